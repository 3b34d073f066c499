// Dear ImGui's compile-time options, read by imgui.h (IMGUI_USER_CONFIG).
#pragma once

#define IMGUI_ENABLE_TEST_ENGINE     // item hooks: the source of the accessible mirror
#define IMGUI_USE_WCHAR32            // code points above U+FFFF
#define IMGUI_DISABLE_DEFAULT_FONT   // every glyph comes from the browser
#define IMGUI_DEFINE_MATH_OPERATORS  // ImVec2 arithmetic
#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS
#define IMGUI_DISABLE_FILE_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS
#define IMGUI_DISABLE_DEMO_WINDOWS
#define IMGUI_DISABLE_DEBUG_TOOLS
// WebGL2 has no draws from a base vertex, so 16-bit indices would overflow.
#define ImDrawIdx unsigned int
