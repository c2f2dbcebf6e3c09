#include "io/source_files.h"

#include <fmt/format.h>

#include "io/schema_library.h"

namespace harmattan::io {
namespace {

// One text that differs where two origins do. `key` is used again for its memory.
void write_key(const RowSource& source, std::string& key) {
    key.clear();
    for (const std::string_view text :
         {source.dataset, source.dataset_name, source.version, source.file, source.generalised})
        key.append(text).push_back('\n');
    key.push_back(source.is_provisional ? '1' : '0');
}

bool says_nothing(const RowSource& source) {
    return source.dataset.empty() && source.dataset_name.empty() && source.version.empty() &&
           source.file.empty() && source.generalised.empty() && !source.is_provisional;
}

}  // namespace

std::array<double, 8> radii_of(const EventSchema& schema) {
    std::array<double, 8> radii;
    radii.fill(-1);
    for (const WhereMeaning& meaning : schema.where_codes)
        if (meaning.radius_km) radii[meaning.precision] = *meaning.radius_km;
    return radii;
}

std::uint32_t SourceFiles::number_of(const RowSource& source) {
    if (says_nothing(source)) return with_radius({}, number(), source);
    std::string key;
    write_key(source, key);
    if (key != key_) {
        const auto known = numbers_.find(key);
        last_ = known != numbers_.end() ? known->second : add(key, file_of(source));
        key_ = key;
    }
    return with_radius(key, last_, source);
}

// The file itself, or its like with another radius for this precision.
std::uint32_t SourceFiles::with_radius(const std::string& key, std::uint32_t number, const RowSource& source) {
    const double radius = source.radius_km.value_or(-1);
    const double usual = files_[number].radius_km[source.where_precision];
    if (!source.radius_km || usual == radius) return number;
    const std::string own_key = fmt::format("{}\n{}\n{}", key, source.where_precision, radius);
    if (const auto known = numbers_.find(own_key); known != numbers_.end()) return known->second;
    events::EventFile file = files_[number];
    file.radius_km[source.where_precision] = radius;
    return add(own_key, std::move(file));
}

std::uint32_t SourceFiles::add(const std::string& key, events::EventFile file) {
    if (numbers_.size() >= most_files) return number();
    files_.push_back(std::move(file));
    const auto added = static_cast<std::uint32_t>(files_.size() - 1);
    numbers_.emplace(key, added);
    return added;
}

events::EventFile SourceFiles::file_of(const RowSource& source) const {
    events::EventFile file = files_.front();
    file.dataset = source.dataset;
    file.dataset_name = source.dataset_name.empty() ? source.dataset : source.dataset_name;
    file.version = source.version;
    file.name = source.file;
    file.generalised = source.generalised;
    file.is_provisional = source.is_provisional;
    if (const SchemaPtr schema = embedded_schema(source.dataset)) {
        if (source.dataset_name.empty()) file.dataset_name = schema->name;
        file.is_provisional |= schema->is_provisional;
        file.radius_km = radii_of(*schema);
    }
    return file;
}

}  // namespace harmattan::io
