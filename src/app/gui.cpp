#include "app/gui.h"

#include <backends/imgui_impl_glfw.h>
#include <backends/imgui_impl_opengl3.h>

#include "app/style.h"
#include "base/resources.h"

namespace harmattan::app {
namespace {

constexpr float font_size_px = 16;

// Latin with the letters of French, the Sahel's languages and the Vietnamese block, and the punctuation that
// base's number formats write (narrow no-break space, minus sign, dashes, quotes).
constexpr ImWchar glyph_ranges[] = {0x20,   0x024f, 0x0250, 0x02af, 0x1e00, 0x1eff,
                                    0x2010, 0x2044, 0x2212, 0x2212, 0};

ImFont* add_font(const char* resource, float size_px) {
    const auto bytes = base::resource(resource);
    ImFontConfig config;
    config.FontDataOwnedByAtlas = false;
    // The atlas only reads them, whatever its signature says.
    auto* data = const_cast<void*>(static_cast<const void*>(bytes.data()));
    return ImGui::GetIO().Fonts->AddFontFromMemoryTTF(data, static_cast<int>(bytes.size()), size_px, &config,
                                                      glyph_ranges);
}

}  // namespace

Gui::Gui(GlfwWindow& window) : window_(window) {
    IMGUI_CHECKVERSION();
    ImGui::CreateContext();
    auto& io = ImGui::GetIO();
    // Nothing is written to the folder the program happens to be started in.
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.ConfigInputTextCursorBlink = false;
    ImGui_ImplGlfw_InitForOpenGL(window.handle(), true);
    ImGui_ImplOpenGL3_Init("#version 410 core");
    // It knows only text fields: FocusRing leads to all controls.
    io.KeyMap[ImGuiKey_Tab] = -1;
}

Gui::~Gui() {
    ImGui_ImplOpenGL3_Shutdown();
    ImGui_ImplGlfw_Shutdown();
    ImGui::DestroyContext();
}

void Gui::make_fonts(float content_scale) {
    if (fonts_scale_ == content_scale) return;
    fonts_scale_ = content_scale;
    auto& io = ImGui::GetIO();
    io.Fonts->Clear();
    add_font("fonts/NotoSans-Regular.ttf", font_size_px * content_scale);
    bold_ = add_font("fonts/NotoSans-Bold.ttf", font_size_px * content_scale);
    ImGui_ImplOpenGL3_DestroyFontsTexture();
    ImGui_ImplOpenGL3_CreateFontsTexture();
}

void Gui::begin_frame(scene::ThemeName theme) {
    const float content_scale = window_.content_scale();
    ImGui_ImplOpenGL3_NewFrame();
    make_fonts(content_scale);
    ImGui_ImplGlfw_NewFrame();
    // Where the pointer's coordinates are larger than pixels (Wayland), glyphs are still made at full sharpness.
    const float pixels_per_unit = window_.pixels_per_unit();
    unit_ = content_scale / pixels_per_unit;
    ImGui::GetIO().FontGlobalScale = 1 / pixels_per_unit;
    set_style(theme, unit_);
    had_list_ = ImGui::IsPopupOpen(nullptr, ImGuiPopupFlags_AnyPopup);
    had_text_ = ImGui::GetIO().WantTextInput;
    ring_.begin_frame();
    ImGui::NewFrame();
}

void Gui::end_frame() {
    ImGui::Render();
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
}

}  // namespace harmattan::app
