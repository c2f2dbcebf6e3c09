// What a JSON text is, from the outermost object's own members, without building anything.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace harmattan::io {

// Fed block by block; holds a few bytes whatever the text's size and depth.
class JsonOutline {
  public:
    void read(std::string_view bytes);

    // The outermost object's member "type", when it is a text; empty as long as none was met.
    const std::string& type() const { return type_; }
    // Whether the outermost object has this member, among features, objects, arcs, coordinates, geometry and
    // geometries.
    bool has_member(std::string_view name) const;
    // The outermost object is complete.
    bool has_ended() const { return has_ended_; }
    // The first byte after it that is no blank; 0 as long as there is none.
    char first_byte_after() const { return first_byte_after_; }

  private:
    void read_in_text(char c);
    void read_outside(char c);
    void end_text();

    static constexpr std::array<std::string_view, 6> known_members_{"features",    "objects",  "arcs",
                                                                    "coordinates", "geometry", "geometries"};
    std::size_t depth_ = 0;
    bool is_in_text_ = false, is_escaped_ = false, is_after_colon_ = false, has_ended_ = false;
    char first_byte_after_ = 0;
    std::string text_, key_, type_;
    std::array<bool, known_members_.size()> has_{};
};

}  // namespace harmattan::io
