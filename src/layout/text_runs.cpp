#include "layout/text_runs.h"

#include <fribidi.h>

#include <algorithm>
#include <numeric>

namespace harmattan::layout {
namespace {

// FriBidi's integers are 32 bits wide; no text of ours comes near.
FriBidiStrIndex length_of(std::u32string_view text) {
    return static_cast<FriBidiStrIndex>(text.size());
}

std::vector<FriBidiChar> fribidi_text(std::u32string_view text) {
    return {text.begin(), text.end()};
}

// Embedding levels, and which character stands where from the left.
struct Order {
    std::vector<FriBidiLevel> levels;
    std::vector<FriBidiStrIndex> from_left;
};

Order order_of(std::u32string_view text) {
    const auto characters = fribidi_text(text);
    const auto count = length_of(text);
    std::vector<FriBidiCharType> types(text.size());
    std::vector<FriBidiBracketType> brackets(text.size());
    fribidi_get_bidi_types(characters.data(), count, types.data());
    fribidi_get_bracket_types(characters.data(), count, types.data(), brackets.data());
    FriBidiParType direction = FRIBIDI_PAR_ON;
    Order order{std::vector<FriBidiLevel>(text.size()), std::vector<FriBidiStrIndex>(text.size())};
    std::iota(order.from_left.begin(), order.from_left.end(), 0);
    // Both fail only for want of memory; then the text stands as it was written.
    const bool is_ordered = fribidi_get_par_embedding_levels_ex(types.data(), brackets.data(), count, &direction,
                                                                order.levels.data()) != 0 &&
                            fribidi_reorder_line(0, types.data(), count, 0, direction, order.levels.data(),
                                                 nullptr, order.from_left.data()) != 0;
    if (!is_ordered) {
        std::fill(order.levels.begin(), order.levels.end(), FriBidiLevel{0});
        std::iota(order.from_left.begin(), order.from_left.end(), 0);
    }
    return order;
}

bool is_of_any_script(hb_script_t script) {
    return script == HB_SCRIPT_COMMON || script == HB_SCRIPT_INHERITED || script == HB_SCRIPT_UNKNOWN;
}

std::vector<hb_script_t> scripts_of(std::u32string_view text) {
    std::vector<hb_script_t> scripts;
    hb_script_t before = HB_SCRIPT_COMMON;
    for (const char32_t character : text) {
        const hb_script_t own = hb_unicode_script(hb_unicode_funcs_get_default(), character);
        if (!is_of_any_script(own)) before = own;
        scripts.push_back(before);
    }
    // What stands before the first letter goes with it.
    const auto first = std::find_if(scripts.begin(), scripts.end(),
                                    [](hb_script_t script) { return script != HB_SCRIPT_COMMON; });
    std::fill(scripts.begin(), first, first == scripts.end() ? HB_SCRIPT_LATIN : *first);
    return scripts;
}

// Marks and invisible characters are drawn with the letter before them.
bool follows_its_letter(char32_t character) {
    switch (hb_unicode_general_category(hb_unicode_funcs_get_default(), character)) {
        case HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK:
        case HB_UNICODE_GENERAL_CATEGORY_ENCLOSING_MARK:
        case HB_UNICODE_GENERAL_CATEGORY_SPACING_MARK:
            return true;
        default:
            return is_invisible(character);
    }
}

std::vector<FontId> fonts_of(std::u32string_view text, const std::vector<hb_script_t>& scripts, Face face,
                             const Fonts& fonts) {
    std::vector<FontId> out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool stays =
            i > 0 && follows_its_letter(text[i]) && (is_invisible(text[i]) || fonts[out.back()].has(text[i]));
        out.push_back(stays ? out.back() : fonts.with(text[i], scripts[i], face));
    }
    return out;
}

}  // namespace

std::u32string code_points(std::string_view utf8) {
    const std::unique_ptr<hb_buffer_t, Destroyer<hb_buffer_destroy>> buffer(hb_buffer_create());
    hb_buffer_add_utf8(buffer.get(), utf8.data(), static_cast<int>(utf8.size()), 0, static_cast<int>(utf8.size()));
    unsigned count = 0;
    const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer.get(), &count);
    std::u32string out;
    for (unsigned i = 0; i < count; ++i) out += static_cast<char32_t>(infos[i].codepoint);
    return out;
}

bool is_invisible(char32_t character) {
    const auto category = hb_unicode_general_category(hb_unicode_funcs_get_default(), character);
    return category == HB_UNICODE_GENERAL_CATEGORY_CONTROL || category == HB_UNICODE_GENERAL_CATEGORY_FORMAT;
}

bool is_right_to_left(std::string_view utf8) {
    const auto text = code_points(utf8);
    const auto characters = fribidi_text(text);
    std::vector<FriBidiCharType> types(text.size());
    fribidi_get_bidi_types(characters.data(), length_of(text), types.data());
    return fribidi_get_par_direction(types.data(), length_of(text)) == FRIBIDI_PAR_RTL;
}

std::vector<TextRun> text_runs(std::u32string_view text, Face face, const Fonts& fonts) {
    const auto scripts = scripts_of(text);
    const auto fonts_by_character = fonts_of(text, scripts, face, fonts);
    const Order order = order_of(text);
    const auto is_same_run = [&](std::size_t a, std::size_t b) {
        return order.levels[a] == order.levels[b] && scripts[a] == scripts[b] &&
               fonts_by_character[a] == fonts_by_character[b];
    };
    std::vector<TextRun> runs;
    for (const FriBidiStrIndex index : order.from_left) {
        const auto i = static_cast<std::size_t>(index);
        if (!runs.empty()) {
            TextRun& run = runs.back();
            // The neighbour on the right goes on where the run ends, or, from right to left, comes before it.
            const bool goes_on = i == run.first + run.count || i + 1 == run.first;
            if (goes_on && is_same_run(i, run.first)) {
                run.first = std::min(run.first, i);
                ++run.count;
                continue;
            }
        }
        runs.push_back({i, 1, order.levels[i] % 2 == 1, scripts[i], fonts_by_character[i]});
    }
    return runs;
}

bool is_joined(hb_script_t script) {
    switch (script) {
        case HB_SCRIPT_ARABIC:
        case HB_SCRIPT_NKO:
        case HB_SCRIPT_ADLAM:
        case HB_SCRIPT_SYRIAC:
        case HB_SCRIPT_MONGOLIAN:
        case HB_SCRIPT_MANDAIC:
            return true;
        default:
            return false;
    }
}

}  // namespace harmattan::layout
