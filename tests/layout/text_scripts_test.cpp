// Scripts other than Latin. Known answers are HarfBuzz's own tool's and FriBidi's.
#include <numeric>

#include "layout/text_shaper.h"
#include "support/catch.h"

using namespace harmattan;
using layout::Face;
using layout::FontId;
using layout::TextShaper;

namespace {

struct Glyph {
    std::uint32_t glyph;
    float advance;
    friend bool operator==(const Glyph&, const Glyph&) = default;
};

std::vector<Glyph> glyphs_of(const layout::ShapedText& text) {
    std::vector<Glyph> out;
    for (const auto& g : text.glyphs) out.push_back({g.glyph, g.advance_px});
    return out;
}

bool is_all_of(const layout::ShapedText& text, FontId font) {
    return std::all_of(text.glyphs.begin(), text.glyphs.end(), [&](const auto& g) { return g.font == font; });
}

// The fonts' order from the left, neighbours of one font once.
std::vector<FontId> fonts_from_left(const layout::ShapedText& text) {
    std::vector<FontId> fonts;
    for (const auto& g : text.glyphs)
        if (fonts.empty() || fonts.back() != g.font) fonts.push_back(g.font);
    return fonts;
}

std::uint32_t glyph_of(const TextShaper& shaper, const char* letter) {
    return shaper.shape(letter, Face::regular, 1000).glyphs.at(0).glyph;
}

}  // namespace

// hb-shape --font-funcs=ot --no-glyph-names --no-clusters NotoSansArabic-Regular.ttf "نواكشوط"   (HarfBuzz 6.0.0,
// fonts-noto-core 20201225), and so on: glyph and advance from the left, in thousandths of an em.
TEST_CASE("Arabic, N'Ko, Tifinagh and Adlam have HarfBuzz's own glyphs, from the left") {
    struct Known {
        const char* text;
        FontId font;
        std::vector<Glyph> glyphs;
    };
    const std::vector<Known> known{
        {"نواكشوط",
         FontId::arabic_regular,
         {{1222, 788}, {1468, 472}, {1171, 850}, {558, 412}, {46, 238}, {1468, 472}, {833, 269}}},
        {"ߒߞߏ", FontId::nko, {{82, 551}, {128, 544}, {93, 685}}},
        {"ⵜⵉⴼⵉⵏⴰⵖ",
         FontId::tifinagh,
         {{111, 549}, {92, 528}, {79, 764}, {92, 528}, {98, 283}, {67, 444}, {105, 671}}},
        {"𞤆𞤵𞤤𞤢𞤪",
         FontId::adlam_regular,
         {{309, 649}, {143, 669}, {255, 616}, {336, 727}, {93, 629}}}};
    const TextShaper shaper;
    for (const auto& [text, font, glyphs] : known) {
        INFO(text);
        const auto shaped = shaper.shape(text, Face::regular, 1000);
        CHECK(is_all_of(shaped, font));
        CHECK(glyphs_of(shaped) == glyphs);
    }
    CHECK(shaper.missing_characters().empty());
}

TEST_CASE("a bold name in a script with a bold font is bold, others are set in their regular one") {
    const TextShaper shaper;
    CHECK(is_all_of(shaper.shape("نواكشوط", Face::bold, 20), FontId::arabic_bold));
    CHECK(is_all_of(shaper.shape("𞤆𞤵𞤤𞤢𞤪", Face::bold, 20), FontId::adlam_bold));
    CHECK(is_all_of(shaper.shape("ߒߞߏ", Face::bold, 20), FontId::nko));
    CHECK(is_all_of(shaper.shape("نواكشوط", Face::italic, 20), FontId::arabic_regular));
}

TEST_CASE("letters of the Sahel's Latin alphabets and their marks come from Noto Sans") {
    const TextShaper shaper;
    // Fulfulde, Hausa, Bambara, Tamasheq in Latin, a tone mark that has no letter of its own with its vowel.
    for (const char* text : {"ɓ ɗ ŋ ƴ Ɓ Ɗ", "ƙ Ƙ", "ɛ ɔ ɲ Ɛ Ɔ Ɲ", "ǝ ă ḍ ṣ ṭ ẓ ɣ", "ɔ\u0300 ɛ\u0301 ɛ\u0308"}) {
        INFO(text);
        CHECK(is_all_of(shaper.shape(text, Face::regular, 20), FontId::sans_regular));
    }
    CHECK(shaper.missing_characters().empty());
    // The mark takes no room and stands over its vowel.
    const auto open_o = shaper.shape("ɔ", Face::regular, 1000),
               marked = shaper.shape("ɔ\u0300", Face::regular, 1000);
    CHECK(marked.width_px == open_o.width_px);
    REQUIRE(marked.glyphs.size() == 2);
    CHECK(marked.glyphs[0].middle_px == marked.glyphs[1].middle_px);
}

TEST_CASE("marks of Arabic vowels stand with their letters") {
    const TextShaper shaper;
    const auto bare = shaper.shape("مالي", Face::regular, 1000),
               marked = shaper.shape("مَالِي", Face::regular, 1000);
    CHECK(marked.glyphs.size() == bare.glyphs.size() + 2);
    CHECK(marked.width_px == bare.width_px);
}

// fribidi --nopad --ltov --novisual   (1.0.8) says for "abc نواكشوط 123 def", character by character, where each
// stands from the left: 0 1 2 3 14 13 12 11 10 9 8 7 4 5 6 15 16 17 18; for "(نواكشوط)": 8 7 6 5 4 3 2 1 0; for
// "عام 2012": 7 6 5 4 0 1 2 3. Glyphs are hb-shape's: those of figures with --direction=ltr: 907 and 1380 are 1
// and 2 of Noto Sans Arabic.
TEST_CASE(
    "right-to-left words inside left-to-right text, and figures inside those, stand as FriBidi orders them") {
    const TextShaper shaper;
    const auto mixed = shaper.shape("abc نواكشوط 123 def", Face::regular, 1000);
    REQUIRE(mixed.glyphs.size() == 19);
    CHECK(mixed.glyphs[0].glyph == glyph_of(shaper, "a"));
    CHECK(mixed.glyphs[4].glyph == 907);
    CHECK(mixed.glyphs[5].glyph == 1380);
    CHECK(mixed.glyphs[8].glyph == 1222);
    CHECK(mixed.glyphs[14].glyph == 833);
    CHECK(mixed.glyphs[18].glyph == glyph_of(shaper, "f"));
    // A bracket is turned round where it is read from the right; Noto Sans has it, Noto Sans Arabic has not.
    const auto brackets = shaper.shape("(نواكشوط)", Face::regular, 1000);
    CHECK(fonts_from_left(brackets) ==
          std::vector<FontId>{FontId::sans_regular, FontId::arabic_regular, FontId::sans_regular});
    CHECK(brackets.glyphs.front().glyph == glyph_of(shaper, "("));
    CHECK(brackets.glyphs.back().glyph == glyph_of(shaper, ")"));
    const std::vector<Glyph> year{{1380, 572}, {1642, 572}, {907, 572}, {1380, 572},
                                  {3, 260},    {769, 484},  {47, 291},  {10, 503}};
    CHECK(glyphs_of(shaper.shape("عام 2012", Face::regular, 1000)) == year);
    CHECK(glyphs_of(shaper.shape("١٢", Face::regular, 1000)) == std::vector<Glyph>{{908, 280}, {1381, 487}});
}

TEST_CASE("joined letters are never set apart, and turn as one word along a curve") {
    const TextShaper shaper;
    for (const char* text : {"نواكشوط", "ߒߞߏ", "𞤆𞤵𞤤𞤢𞤪"}) {
        const auto tight = shaper.shape(text, Face::regular, 20),
                   spaced = shaper.shape(text, Face::regular, 20, 0.3f);
        CHECK(spaced.width_px == tight.width_px);
        for (const auto& glyph : spaced.glyphs)
            CHECK(glyph.middle_px == test::Approx(spaced.width_px / 2).margin(1e-3));
    }
    // Two words are two pieces; the space between them is a third.
    const auto two = shaper.shape("نهر النيجر", Face::regular, 20);
    CHECK(two.glyphs.front().middle_px < two.width_px / 2);
    CHECK(two.glyphs.back().middle_px > two.width_px / 2);
    // Tifinagh is not joined.
    const auto tight = shaper.shape("ⵜⵉⴼ", Face::regular, 20),
               apart = shaper.shape("ⵜⵉⴼ", Face::regular, 20, 0.3f);
    CHECK(apart.width_px == test::Approx(tight.width_px + 2 * 0.3f * 20));
}
