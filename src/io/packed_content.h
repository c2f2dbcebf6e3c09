// A look into a file that may be packed: what it holds, and how the text in it begins.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "io/archive_zip.h"
#include "io/feature_reader.h"
#include "io/packed_kind.h"

namespace harmattan::io {

struct PackedMember : ZipMember {
    bool is_text = false;  // by its first bytes; by the ending of its name where it cannot be read
};

struct PackedContent {
    Packing packing = Packing::none;
    std::vector<PackedMember> members;  // of a zip: those that count, see zip_members()
    // The one in `members` that is meant where none is named: the only text, or, of several, the only one whose
    // name ends in .csv, .tsv, .tab or .txt and then of .csv and .tsv alone.
    std::optional<std::size_t> text_member;
    // Of the text, up to 64 KiB, unpacked; of the file where it is not packed; empty where none is meant.
    std::string first_bytes;
};

// Opens the file, of a zip also its members, each as far as its first bytes. Throws Error "packed.other" (file,
// packing), "packed.nested" for gzip in gzip and the like, those of GzipSource and zip_members(), of FileSource.
PackedContent look_into(const std::filesystem::path& file);

// The member that is meant: the one of that name, or, for the empty name, the content's text_member. Throws Error
// "zip.no_such_member", "zip.several_texts" (file, members), "zip.no_text" (file, members), "packed.nested", and
// the member's fault.
const PackedMember& chosen_member(const PackedContent& content, const std::string& file, const std::string& name);

// What the text inside a packed file, or a text in UTF-16, is: the part of identify() for those. A zip of several
// texts is what the first table among them is: opening it says that one has to be named. Throws as look_into() and
// chosen_member() do.
FileKind kind_inside(const std::filesystem::path& file);

}  // namespace harmattan::io
