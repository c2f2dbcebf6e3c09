#include "app/gui.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#include <backends/imgui_impl_glfw.h>
#include <backends/imgui_impl_opengl3.h>
#include <imgui_internal.h>

#include <algorithm>
#include <utility>

#include "app/style.h"
#include "base/resources.h"

namespace harmattan::app {
namespace {

constexpr float font_size_px = 16;

// Latin with the letters of French, the Sahel's languages and the Vietnamese block, and the punctuation that
// base's number formats write (narrow no-break space, minus sign, dashes, quotes).
constexpr ImWchar glyph_ranges[] = {0x20,   0x024f, 0x0250, 0x02af, 0x1e00, 0x1eff,
                                    0x2010, 0x2044, 0x2212, 0x2212, 0};

// Letters of Arabic, N'Ko and Tifinagh, each by itself and from the left: Dear ImGui joins none and turns no
// order. Adlam lies beyond its 16 bits.
constexpr ImWchar arabic_ranges[] = {0x0600, 0x06ff, 0x0750, 0x077f, 0};
constexpr ImWchar nko_ranges[] = {0x07c0, 0x07ff, 0};
constexpr ImWchar tifinagh_ranges[] = {0x2d30, 0x2d7f, 0};

// `is_merged`: into the font added before.
ImFont* add_font(const char* resource, float size_px, const ImWchar* ranges = glyph_ranges,
                 bool is_merged = false) {
    const auto bytes = base::resource(resource);
    ImFontConfig config;
    config.FontDataOwnedByAtlas = false;
    config.MergeMode = is_merged;
    // The atlas only reads them, whatever its signature says.
    auto* data = const_cast<void*>(static_cast<const void*>(bytes.data()));
    return ImGui::GetIO().Fonts->AddFontFromMemoryTTF(data, static_cast<int>(bytes.size()), size_px, &config,
                                                      ranges);
}

void add_other_scripts(const char* arabic, float size_px) {
    add_font(arabic, size_px, arabic_ranges, true);
    add_font("fonts/NotoSansNKo-Regular.ttf", size_px, nko_ranges, true);
    add_font("fonts/NotoSansTifinagh-Regular.ttf", size_px, tifinagh_ranges, true);
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
    const float size_px = font_size_px * content_scale;
    add_font("fonts/NotoSans-Regular.ttf", size_px);
    add_other_scripts("fonts/NotoSansArabic-Regular.ttf", size_px);
    bold_ = add_font("fonts/NotoSans-Bold.ttf", size_px);
    add_other_scripts("fonts/NotoSansArabic-Bold.ttf", size_px);
    ImGui_ImplOpenGL3_DestroyFontsTexture();
    ImGui_ImplOpenGL3_CreateFontsTexture();
}

// Before 1.87 Dear ImGui looks only at what is down as a frame begins: on a busy machine a quick Enter is pressed
// and let go between two frames and would be lost. Such a key is held down for one frame.
#if IMGUI_VERSION_NUM < 18700
void Gui::press_tapped_keys() {
    auto& down = ImGui::GetIO().KeysDown;
    const auto is_down = [&](int key) { return glfwGetKey(window_.handle(), key) == GLFW_PRESS; };
    const auto released = std::exchange(held_keys_, {});
    // Characters come by type().
    ImGui::GetIO().InputQueueCharacters.resize(0);
    for (const int key : released) down[key] = is_down(key);
    auto pressed = std::exchange(tapped_keys_, {});
    for (const int key : window_.take_keys_pressed())
        if (key >= 0 && !is_down(key)) pressed.push_back(key);
    for (const int key : pressed) {
        const bool must_wait = std::count(released.begin(), released.end(), key) > 0 || down[key];
        if (must_wait) {
            tapped_keys_.push_back(key);
        } else {
            down[key] = true;
            held_keys_.push_back(key);
        }
    }
}
// It sees where the pointer is as a frame begins, not where it was when the button went down: a click of which the
// pointer has moved on would hit something else. Each change of the button gets a frame in which the pointer is
// where it was then.
void Gui::replay_clicks() {
    const auto changes = window_.take_button_changes();
    clicks_.insert(clicks_.end(), changes.begin(), changes.end());
    if (clicks_.empty()) return;
    auto& io = ImGui::GetIO();
    const float pixels_per_unit = window_.pixels_per_unit();
    io.MousePos = {clicks_.front().at.x / pixels_per_unit, clicks_.front().at.y / pixels_per_unit};
    io.MouseDown[0] = clicks_.front().is_down;
    clicks_.erase(clicks_.begin());
}
// It would lose what comes before the text field is there for which it was typed.
void Gui::type(char32_t character) {
    ImGui::GetIO().AddInputCharacter(static_cast<unsigned int>(character));
}
bool Gui::has_pending_input() const {
    return !held_keys_.empty() || !tapped_keys_.empty() || !clicks_.empty();
}
#else
void Gui::press_tapped_keys() {
    window_.take_keys_pressed();
}
void Gui::replay_clicks() {
    window_.take_button_changes();
}
// It keeps them itself.
void Gui::type(char32_t) {}
bool Gui::has_pending_input() const {
    return !ImGui::GetCurrentContext()->InputEventsQueue.empty();
}
#endif

void Gui::begin_frame(scene::ThemeName theme) {
    const float content_scale = window_.content_scale();
    ImGui_ImplOpenGL3_NewFrame();
    make_fonts(content_scale);
    ImGui_ImplGlfw_NewFrame();
    press_tapped_keys();
    replay_clicks();
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
