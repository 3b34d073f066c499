#include "webgl_renderer.hpp"

#include <GLES3/gl3.h>
#include <emscripten/html5.h>
#include <imgui.h>
#include <imgui_impl_opengl3.h>

namespace attune::ui_module {

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
  if (!is_ready_) is_ready_ = ImGui_ImplOpenGL3_Init();
  ImGui_ImplOpenGL3_NewFrame();  // also makes shaders, buffers and textures anew after a lost context
}

void WebGlRenderer::draw(ImDrawData& data) {
  glViewport(0, 0, static_cast<GLsizei>(data.DisplaySize.x), static_cast<GLsizei>(data.DisplaySize.y));
  const ImVec4 paper = ImGui::GetStyle().Colors[ImGuiCol_WindowBg];
  glClearColor(paper.x, paper.y, paper.z, 1);
  glClear(GL_COLOR_BUFFER_BIT);
  ImGui_ImplOpenGL3_RenderDrawData(&data);
}

void WebGlRenderer::forget_context() { ImGui_ImplOpenGL3_DestroyDeviceObjects(); }

}  // namespace attune::ui_module
