#include "io/source_files.h"

#include <fmt/core.h>

#include "io/schema_library.h"

namespace harmattan::io {

std::array<double, 8> radii_of(const EventSchema& schema) {
    std::array<double, 8> radii;
    radii.fill(-1);
    for (const WhereMeaning& meaning : schema.where_codes)
        if (meaning.radius_km) radii[meaning.precision] = *meaning.radius_km;
    return radii;
}

SourceFiles::SourceFiles(events::EventTableBuilder& builder, const events::EventFile& file)
    : builder_(builder), own_(file) {
    builder_.add_file(file);
}

std::uint32_t SourceFiles::number_of(std::string_view dataset, std::string_view version, std::string_view file) {
    if (dataset.empty() && version.empty() && file.empty()) return number();
    std::string key = fmt::format("{}\n{}\n{}", dataset, version, file);
    if (key == key_) return last_;
    const auto known = numbers_.find(key);
    if (known == numbers_.end() && numbers_.size() >= most_files) return number();
    last_ = known != numbers_.end() ? known->second : add(dataset, version, file);
    numbers_.emplace(key, last_);
    key_ = std::move(key);
    return last_;
}

std::uint32_t SourceFiles::add(std::string_view dataset, std::string_view version, std::string_view file) {
    events::EventFile added = own_;
    added.dataset = added.dataset_name = dataset;
    added.version = version;
    added.name = file;
    if (const SchemaPtr schema = embedded_schema(dataset)) {
        added.dataset_name = schema->name;
        added.is_provisional = schema->is_provisional;
        added.radius_km = radii_of(*schema);
    }
    return builder_.add_file(std::move(added));
}

}  // namespace harmattan::io
