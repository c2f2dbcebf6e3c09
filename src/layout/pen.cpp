#include "layout/pen.h"

#include "base/number_format.h"
#include "layout/counted.h"
#include "layout/text_runs.h"

namespace harmattan::layout {
namespace {

PointPx moved(PointPx p, float dx, float dy) {
    return {p.x + dx, p.y + dy};
}

// Bytes of the UTF-8 character that begins with `lead`.
std::size_t character_length(unsigned char lead) {
    return lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

// The longest beginning of `word` that fits, at least one character.
std::size_t fitting_length(const TextShaper& shaper, std::string_view word, const TextStyle& style, float width) {
    std::size_t fits = 0;
    for (std::size_t end = 0; end < word.size();) {
        end = std::min(word.size(), end + character_length(static_cast<unsigned char>(word[end])));
        if (fits > 0 && shaper.width_px(word.substr(0, end), style) > width) break;
        fits = end;
    }
    return fits;
}

}  // namespace

void append_moved(DisplayList& to, const DisplayList& from, float dx, float dy) {
    for (Shape shape : from.shapes) {
        shape.a = moved(shape.a, dx, dy);
        // Discs and symbols keep their radius in b.
        const bool is_round = shape.kind == Shape::Kind::disc || shape.kind == Shape::Kind::symbol;
        if (!is_round) shape.b = moved(shape.b, dx, dy);
        shape.c = moved(shape.c, dx, dy);
        to.shapes.push_back(shape);
    }
    for (PlacedGlyph glyph : from.glyphs) {
        glyph.origin = moved(glyph.origin, dx, dy);
        to.glyphs.push_back(glyph);
    }
}

TextStyle Pen::style(Face face, float design_px, base::Colour colour) const {
    return {face, text_px(design_px), 0, colour, halo_width_, halo_};
}

Pen Pen::over_map(base::Colour ground) const {
    Pen pen = *this;
    pen.halo_width_ = px(2.5f);
    pen.halo_ = base::faded(ground, 0.85);
    return pen;
}

Pen Pen::without_halo() const {
    Pen pen = *this;
    pen.halo_width_ = 0;
    return pen;
}

std::string Pen::say(std::string_view key, const base::NamedValues& values) const {
    return base::message(scene_->language, key, values);
}

std::string Pen::say_count(std::string_view key, std::uint64_t count, base::NamedValues values) const {
    return counted(scene_->language, key, count, std::move(values));
}

std::string Pen::grouped(std::uint64_t value) const {
    return base::grouped(static_cast<std::int64_t>(value), scene_->language);
}

std::vector<std::string> wrapped(const TextShaper& shaper, std::string_view text, const TextStyle& style,
                                 float width_px) {
    std::vector<std::string> lines;
    std::string line;
    const bool runs_left = is_right_to_left(text);
    const auto finish = [&] {
        // A line has the direction of its paragraph, whatever letter it happens to begin with (U+200F, U+200E).
        if (!line.empty() && is_right_to_left(line) != runs_left)
            line.insert(0, runs_left ? "\xE2\x80\x8F" : "\xE2\x80\x8E");
        if (!line.empty()) lines.push_back(std::move(line));
        line.clear();
    };
    while (!text.empty()) {
        const auto end = text.find(' ');
        std::string_view word = text.substr(0, end);
        text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
        if (word.empty()) continue;
        const std::string longer = line.empty() ? std::string(word) : line + ' ' + std::string(word);
        if (shaper.width_px(longer, style) <= width_px) {
            line = longer;
            continue;
        }
        finish();
        while (shaper.width_px(word, style) > width_px) {
            const std::size_t length = fitting_length(shaper, word, style, width_px);
            if (length >= word.size()) break;
            lines.emplace_back(word.substr(0, length));
            word.remove_prefix(length);
        }
        line = word;
    }
    finish();
    return lines;
}

std::string clipped(std::string_view utf8, std::size_t most_characters) {
    std::size_t end = 0;
    for (std::size_t i = 0; i < most_characters && end < utf8.size(); ++i)
        end = std::min(utf8.size(), end + character_length(static_cast<unsigned char>(utf8[end])));
    return end < utf8.size() ? std::string(utf8.substr(0, end)) + "…" : std::string(utf8);
}

std::string capitalised(std::string text) {
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}

void Stack::text(std::string_view utf8, const TextStyle& style, float leading, float indent_px) {
    for (const auto& line : wrapped(pen_->shaper(), utf8, style, width_ - indent_px)) {
        // Noto Sans' ascender is 1.069 em: the base line leaves room for an accented capital.
        pen_->shaper().add_text(list_, line, {indent_px, y_ + style.size_px * 1.02f}, style);
        widen(indent_px + pen_->shaper().width_px(line, style));
        y_ += style.size_px * leading;
    }
}

base::Colour dimmed(const Pen& pen, base::Colour colour, double share) {
    return base::mixed(pen.ground(), colour, share);
}

}  // namespace harmattan::layout
