#include "webgl_renderer.hpp"

#include <GLES3/gl3.h>
#include <emscripten/html5.h>
#include <imgui.h>

#include <algorithm>
#include <cstddef>

namespace attune::ui_module {
namespace {

// One ImGui unit is one device pixel; its y runs down, WebGL's up.
constexpr const char* kVertexShader = R"(#version 300 es
layout(location = 0) in vec2 place;
layout(location = 1) in vec2 texel;
layout(location = 2) in vec4 ink;
uniform highp vec2 canvas_size;
out highp vec2 at;
out lowp vec4 colour;
void main() {
  at = texel;
  colour = ink;
  gl_Position = vec4(place.x / canvas_size.x * 2.0 - 1.0, 1.0 - place.y / canvas_size.y * 2.0, 0.0, 1.0);
})";

constexpr const char* kPixelShader = R"(#version 300 es
uniform lowp sampler2D atlas;
in highp vec2 at;
in lowp vec4 colour;
out lowp vec4 pixel;
void main() { pixel = colour * texture(atlas, at); })";

GLuint compiled(GLenum kind, const char* source) {
  const GLuint shader = glCreateShader(kind);
  glShaderSource(shader, 1, &source, nullptr);
  glCompileShader(shader);
  return shader;
}

const void* offset(std::size_t bytes) { return reinterpret_cast<const void*>(bytes); }

ImTextureID id_of(GLuint texture) { return static_cast<ImTextureID>(texture); }
GLuint texture_of(ImTextureID id) { return static_cast<GLuint>(id); }

void create(ImTextureData& texture) {
  GLuint made = 0;
  glGenTextures(1, &made);
  glBindTexture(GL_TEXTURE_2D, made);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
  glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
  glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, texture.Width, texture.Height, 0, GL_RGBA, GL_UNSIGNED_BYTE,
               texture.GetPixels());
  texture.SetTexID(id_of(made));
}

constexpr int kFewUpdates = 8;  // as many calls cost less than uploading what lies between them

// Only what changed: new glyphs, each by itself or many at once in the rectangle around them.
void update(ImTextureData& texture) {
  glBindTexture(GL_TEXTURE_2D, texture_of(texture.GetTexID()));
  glPixelStorei(GL_UNPACK_ROW_LENGTH, texture.Width);
  const auto upload = [&](const ImTextureRect& part) {
    glTexSubImage2D(GL_TEXTURE_2D, 0, part.x, part.y, part.w, part.h, GL_RGBA, GL_UNSIGNED_BYTE,
                    texture.GetPixelsAt(part.x, part.y));
  };
  if (texture.Updates.Size > kFewUpdates) return upload(texture.UpdateRect);
  for (const ImTextureRect& part : texture.Updates) upload(part);
}

void follow(ImTextureData& texture) {
  switch (texture.Status) {
    case ImTextureStatus_WantCreate:
      create(texture);
      texture.SetStatus(ImTextureStatus_OK);
      break;
    case ImTextureStatus_WantUpdates:
      update(texture);
      texture.SetStatus(ImTextureStatus_OK);
      break;
    case ImTextureStatus_WantDestroy: {
      if (texture.UnusedFrames == 0) break;  // drawn with in this frame
      const GLuint old = texture_of(texture.GetTexID());
      glDeleteTextures(1, &old);
      texture.SetTexID(ImTextureID_Invalid);
      texture.SetStatus(ImTextureStatus_Destroyed);
      break;
    }
    case ImTextureStatus_OK:
    case ImTextureStatus_Destroyed:
      break;
  }
}

}  // namespace

bool WebGlRenderer::open(const char* canvas_selector) {
  EmscriptenWebGLContextAttributes attributes;
  emscripten_webgl_init_context_attributes(&attributes);
  attributes.majorVersion = 2;
  attributes.antialias = false;  // ImGui smooths its own edges
  attributes.depth = false;
  attributes.alpha = false;
  const EMSCRIPTEN_WEBGL_CONTEXT_HANDLE context =
      emscripten_webgl_create_context(canvas_selector, &attributes);
  return context > 0 && emscripten_webgl_make_context_current(context) == EMSCRIPTEN_RESULT_SUCCESS;
}

void WebGlRenderer::begin_frame() {
  if (!is_ready_) make_objects();
}

// All state is set here once: nobody else draws in this context.
void WebGlRenderer::make_objects() {
  is_ready_ = true;
  int widest = 0;
  glGetIntegerv(GL_MAX_TEXTURE_SIZE, &widest);
  ImGuiPlatformIO& platform = ImGui::GetPlatformIO();
  platform.Renderer_TextureMaxWidth = platform.Renderer_TextureMaxHeight = widest;

  program_ = glCreateProgram();
  for (const GLuint shader :
       {compiled(GL_VERTEX_SHADER, kVertexShader), compiled(GL_FRAGMENT_SHADER, kPixelShader)}) {
    glAttachShader(program_, shader);
    glDeleteShader(shader);  // lives as long as the program
  }
  glLinkProgram(program_);
  canvas_size_ = glGetUniformLocation(program_, "canvas_size");
  glUseProgram(program_);  // its atlas is texture unit 0

  glGenVertexArrays(1, &vertex_array_);
  glBindVertexArray(vertex_array_);
  glGenBuffers(1, &vertices_);
  glGenBuffers(1, &indices_);
  glBindBuffer(GL_ARRAY_BUFFER, vertices_);
  glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, indices_);
  for (const GLuint attribute : {0U, 1U, 2U}) glEnableVertexAttribArray(attribute);
  constexpr GLsizei kStride = sizeof(ImDrawVert);
  glVertexAttribPointer(0, 2, GL_FLOAT, GL_FALSE, kStride, offset(offsetof(ImDrawVert, pos)));
  glVertexAttribPointer(1, 2, GL_FLOAT, GL_FALSE, kStride, offset(offsetof(ImDrawVert, uv)));
  glVertexAttribPointer(2, 4, GL_UNSIGNED_BYTE, GL_TRUE, kStride, offset(offsetof(ImDrawVert, col)));

  glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
  glEnable(GL_BLEND);
  glBlendEquation(GL_FUNC_ADD);
  glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
}

void WebGlRenderer::draw(ImDrawData& data) {
  if (data.Textures != nullptr) {
    for (ImTextureData* texture : *data.Textures) follow(*texture);
  }
  const auto width = static_cast<GLsizei>(data.DisplaySize.x);
  const auto height = static_cast<GLsizei>(data.DisplaySize.y);
  glViewport(0, 0, width, height);
  glUniform2f(canvas_size_, data.DisplaySize.x, data.DisplaySize.y);
  const ImVec4 paper = ImGui::GetStyle().Colors[ImGuiCol_WindowBg];
  glDisable(GL_SCISSOR_TEST);
  glClearColor(paper.x, paper.y, paper.z, 1);
  glClear(GL_COLOR_BUFFER_BIT);
  glEnable(GL_SCISSOR_TEST);
  for (const ImDrawList* list : data.CmdLists) draw_list(*list, height);
}

void WebGlRenderer::draw_list(const ImDrawList& list, int height) const {
  glBufferData(GL_ARRAY_BUFFER, list.VtxBuffer.size_in_bytes(), list.VtxBuffer.Data, GL_STREAM_DRAW);
  glBufferData(GL_ELEMENT_ARRAY_BUFFER, list.IdxBuffer.size_in_bytes(), list.IdxBuffer.Data, GL_STREAM_DRAW);
  for (const ImDrawCmd& command : list.CmdBuffer) {
    const int left = static_cast<int>(std::max(command.ClipRect.x, 0.0F));
    const int top = static_cast<int>(std::max(command.ClipRect.y, 0.0F));
    const int right = static_cast<int>(command.ClipRect.z);
    const int bottom = static_cast<int>(command.ClipRect.w);
    if (right <= left || bottom <= top || command.ElemCount == 0) continue;
    glScissor(left, height - bottom, right - left, bottom - top);
    glBindTexture(GL_TEXTURE_2D, texture_of(command.GetTexID()));
    static_assert(sizeof(ImDrawIdx) == 4);
    glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(command.ElemCount), GL_UNSIGNED_INT,
                   offset(command.IdxOffset * sizeof(ImDrawIdx)));
  }
}

void WebGlRenderer::forget_context() {
  is_ready_ = false;
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
    if (texture->Status == ImTextureStatus_Destroyed) continue;
    texture->SetTexID(ImTextureID_Invalid);
    texture->SetStatus(ImTextureStatus_Destroyed);  // ImGui asks for it anew
  }
}

}  // namespace attune::ui_module
