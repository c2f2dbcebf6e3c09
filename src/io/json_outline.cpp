#include "io/json_outline.h"

#include <algorithm>

namespace harmattan::io {

void JsonOutline::read(std::string_view bytes) {
    for (const char c : bytes) {
        if (first_byte_after_ != 0) return;
        if (has_ended_) {
            if (c == ' ' || c == '\t' || c == '\r' || c == '\n') continue;
            first_byte_after_ = c;
            continue;
        }
        if (is_in_text_)
            read_in_text(c);
        else
            read_outside(c);
    }
}

bool JsonOutline::has_member(std::string_view name) const {
    const auto found = std::find(known_members_.begin(), known_members_.end(), name);
    return found != known_members_.end() && has_[static_cast<std::size_t>(found - known_members_.begin())];
}

void JsonOutline::read_in_text(char c) {
    constexpr std::size_t longest_kept = 32;  // longer than any name that matters
    if (is_escaped_) {
        is_escaped_ = false;
    } else if (c == '\\') {
        is_escaped_ = true;
    } else if (c == '"') {
        is_in_text_ = false;
        end_text();
        return;
    }
    if (depth_ == 1 && text_.size() < longest_kept) text_ += c;
}

void JsonOutline::end_text() {
    if (depth_ != 1) return;
    if (!is_after_colon_) {
        key_ = text_;
    } else if (key_ == "type" && type_.empty()) {
        type_ = text_;
    }
}

void JsonOutline::read_outside(char c) {
    switch (c) {
        case '"':
            is_in_text_ = true;
            text_.clear();
            break;
        case '{':
        case '[':
            ++depth_;
            break;
        case '}':
        case ']':
            if (depth_ > 0) --depth_;
            has_ended_ = depth_ == 0;
            break;
        case ':':
            if (depth_ != 1) break;
            is_after_colon_ = true;
            if (const auto known = std::find(known_members_.begin(), known_members_.end(), key_);
                known != known_members_.end())
                has_[static_cast<std::size_t>(known - known_members_.begin())] = true;
            break;
        case ',':
            if (depth_ == 1) is_after_colon_ = false;
            break;
        default:
            break;
    }
}

}  // namespace harmattan::io
