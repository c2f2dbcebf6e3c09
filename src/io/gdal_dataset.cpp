#include "io/gdal_dataset.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <fstream>
#include <utility>

#include <cpl_conv.h>
#include <cpl_error.h>
#include <cpl_string.h>
#include <cpl_vsi.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <fmt/core.h>

#include "base/error.h"
#include "io/file_signature.h"
#include "io/gdal_format.h"
#include "io/gdal_links.h"
#include "io/gdal_sqlite.h"
#include "io/utf8_text.h"
#include "io/zip_package.h"

namespace harmattan::io {
namespace {

void CPL_STDCALL keep_failure(CPLErr severity, CPLErrorNum, const char* message) {
    auto& failure = *static_cast<std::optional<std::string>*>(CPLGetErrorHandlerUserData());
    if (severity >= CE_Failure && !failure) failure = message;
}

// PostgreSQL says what was wrong in several lines, with a caret below the place in one of them.
std::string in_one_line(std::string_view text) {
    std::string line;
    while (!text.empty()) {
        const auto end = std::min(text.find_first_of("\r\n"), text.size());
        const std::string_view part = trimmed(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (part.empty() || part == "^") continue;
        const bool is_sentence =
            !line.empty() && std::string_view(".:;?!").find(line.back()) != std::string_view::npos;
        if (!line.empty()) line += is_sentence ? " " : "; ";
        line += part;
    }
    return line;
}

const GdalFormat& format_of(FileKind kind, const std::string& name) {
    if (kind == FileKind::shapefile_index) throw base::Error("shapefile.index_alone", {{"file", name}});
    const GdalFormat* const format = gdal_format(kind);
    if (format == nullptr) throw base::Error("features.unknown_format", {{"file", name}});
    require_driver(*format, name);
    return *format;
}

std::string lower(std::string text) {
    for (char& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return text;
}

// KML has no use for a document type, and it is where entities are declared that grow without end or name files.
void refuse_document_type(std::string_view bytes, const std::string& name) {
    if (has_document_type(bytes)) throw base::Error("kml.document_type", {{"file", name}});
}

std::string first_bytes(const std::filesystem::path& file) {
    std::string bytes(std::size_t(64) << 10, '\0');
    std::ifstream in(file, std::ios::binary);
    in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(in.gcount()));
    return bytes;
}

// The language driver id of dBASE, byte 29 of its header; 0 says nothing about the encoding.
bool names_encoding(const std::filesystem::path& dbf) {
    const std::string header = first_bytes(dbf);
    return header.size() > 29 && header[29] != 0;
}

std::string folder_in_zip(const std::string& entry) {
    const auto slash = entry.rfind('/');
    return slash == std::string::npos ? std::string() : entry.substr(0, slash);
}

// Not a name that climbs out of the archive, nor one of the shadows that macOS adds.
bool is_plain(const std::string& entry) {
    return entry.find("..") == std::string::npos && !entry.starts_with('/') && !entry.starts_with("__MACOSX/");
}

// What of a zipped Shapefile or of a KMZ is read.
std::vector<ZipEntry> entries_ending(const std::vector<ZipEntry>& all, std::span<const std::string_view> endings) {
    std::vector<ZipEntry> chosen;
    for (const ZipEntry& entry : all)
        for (const auto ending : endings)
            if (lower(entry.name).ends_with(ending) && is_plain(entry.name)) chosen.push_back(entry);
    return chosen;
}

}  // namespace

std::string words(base::Language language, const FileNote& note) {
    return base::message(language, note.key, note.values);
}

GdalMessages::GdalMessages() {
    CPLPushErrorHandlerEx(keep_failure, &failure_);
}

GdalMessages::~GdalMessages() {
    CPLPopErrorHandler();
}

std::optional<std::string> GdalMessages::take_failure() {
    return std::exchange(failure_, std::nullopt);
}

GdalDataset::GdalDataset(const std::filesystem::path& file, FileKind kind) : name_(file.string()), kind_(kind) {
    format_of(kind, name_);
    if (kind == FileKind::kml) refuse_document_type(first_bytes(file), name_);
    if (kind == FileKind::kmz) check_kmz(file);
    const std::string path = path_for_gdal(file);
    if (kind == FileKind::geopackage || kind == FileKind::sqlite) {
        refuse_cut_database(file, name_);
        refuse_foreign_tables(file, name_);
        steps_ = std::make_unique<SqliteSteps>(std::filesystem::file_size(file));
        const SqliteHold hold(file, *steps_);
        open(path);
    } else {
        open(path);
    }
}

GdalDataset::GdalDataset(std::span<const std::byte> bytes, FileKind kind, std::string name)
    : name_(std::move(name)), kind_(kind) {
    constexpr std::array<FileKind, 5> from_memory{FileKind::geojson, FileKind::geojson_sequence,
                                                  FileKind::topojson, FileKind::flatgeobuf, FileKind::kml};
    if (std::find(from_memory.begin(), from_memory.end(), kind) == from_memory.end())
        throw base::Error("features.unknown_format", {{"file", name_}});
    format_of(kind, name_);
    if (kind == FileKind::kml)
        refuse_document_type({reinterpret_cast<const char*>(bytes.data()), bytes.size()}, name_);
    static std::atomic<unsigned> count{0};
    memory_path_ = fmt::format("/vsimem/harmattan-io-{}", count++);
    // GDAL takes a pointer to what may change, but opens these bytes for reading only; they are not copied.
    auto* const begin = reinterpret_cast<GByte*>(const_cast<std::byte*>(bytes.data()));
    if (VSILFILE* const opened = VSIFileFromMemBuffer(memory_path_.c_str(), begin, bytes.size(), FALSE))
        VSIFCloseL(opened);
    try {
        open(memory_path_);
    } catch (...) {
        VSIUnlink(memory_path_.c_str());
        throw;
    }
}

GdalDataset::GdalDataset(const Server& server)
    : name_(server.name), path_(server.connection), secrets_(server.secrets), kind_(FileKind::unknown) {
    constexpr GdalFormat format{FileKind::unknown, "PostgreSQL", "PostGIS", nullptr, RegisterOGRPG};
    require_driver(format, name_);
    GdalMessages messages;
    const std::array<const char*, 2> drivers{format.driver, nullptr};
    CPLStringList options;
    for (const auto& option : server.options) options.AddString(option.c_str());
    dataset_ = GDALDataset::Open(path_.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY, drivers.data(), options.List(),
                                 nullptr);
    if (dataset_ == nullptr)
        throw base::Error("postgis.cannot_connect",
                          {{"file", name_}, {"reason", for_people(messages.take_failure().value_or("GDAL"))}});
}

GdalDataset::~GdalDataset() {
    const GdalMessages messages;  // which nobody waits for
    if (dataset_ != nullptr) GDALClose(dataset_);
    if (!memory_path_.empty()) VSIUnlink(memory_path_.c_str());
}

// GDAL names the file by the path that it was given, which may be one of ours.
std::string GdalDataset::for_people(std::string reason) const {
    std::size_t at = 0;
    while (!path_.empty() && (at = reason.find(path_, at)) != std::string::npos) {
        reason.replace(at, path_.size(), name_);
        at += name_.size();
    }
    for (const auto& secret : secrets_)
        for (at = 0; !secret.empty() && (at = reason.find(secret, at)) != std::string::npos; at += 3)
            reason.replace(at, secret.size(), "***");
    return in_one_line(reason);
}

void GdalDataset::open(const std::string& path) {
    path_ = path;
    GdalMessages messages;
    const GdalFormat& format = *gdal_format(kind_);
    const std::array<const char*, 2> drivers{format.driver, nullptr};
    CPLStringList options;
    if (kind_ == FileKind::geopackage) options.SetNameValue("LIST_ALL_TABLES", "NO");
    if (kind_ == FileKind::geojson) {
        // Dates and lists as the file writes them: what a date means is for the reader of events to decide.
        options.SetNameValue("DATE_AS_STRING", "YES");
        options.SetNameValue("ARRAY_AS_STRING", "YES");
    }
    dataset_ = GDALDataset::Open(path.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY, drivers.data(), options.List(),
                                 nullptr);
    const auto failure = messages.take_failure();
    // A FlatGeobuf whose header is broken opens with no layer, and GDAL has said why.
    if (dataset_ != nullptr && !(failure && dataset_->GetLayerCount() == 0)) {
        // Such as a reference system in GeoJSON that is not known: its coordinates then count as WGS 84.
        if (failure) notes_.push_back({"features.doubt", {{"file", name_}, {"reason", for_people(*failure)}}});
        return;
    }
    if (dataset_ != nullptr) GDALClose(std::exchange(dataset_, nullptr));
    if (steps_ && steps_->are_used_up()) fail_reading("");
    if (failure && failure->find("OGR_GEOJSON_MAX_OBJ_SIZE") != std::string::npos) fail_reading(*failure);
    throw base::Error("features.cannot_open",
                      {{"file", name_},
                       {"format", format.name},
                       {"reason", for_people(failure.value_or(fmt::format("GDAL {}", format.driver)))}});
}

// Absolute, so that no name can look like anything but a path to GDAL, and with the ending that the driver wants.
std::string GdalDataset::path_for_gdal(const std::filesystem::path& file) {
    if (kind_ == FileKind::shapefile || kind_ == FileKind::dbase) return shapefile_path(file);
    if (kind_ == FileKind::shapefile_zip) return path_in_zip(file);
    const char* const extension = gdal_format(kind_)->extension;
    if (extension == nullptr || lower(file.extension().string()) == std::string(".") + extension)
        return std::filesystem::absolute(file).string();
    links_ = std::make_unique<LinkFolder>();
    const std::string name = file.stem().string() + "." + extension;
    links_->add(name, file);
    return (*links_ / name).string();
}

// Only the siblings that mean something, in a folder of their own, with a new index where there is none.
std::string GdalDataset::shapefile_path(const std::filesystem::path& file) {
    links_ = std::make_unique<LinkFolder>();
    const std::string stem = file.stem().string();
    const ShapefileSiblings siblings = shapefile_siblings(file);
    const bool is_table = kind_ == FileKind::dbase;
    const std::string name = stem + (is_table ? ".dbf" : ".shp");
    links_->add(name, file);
    if (siblings.encoding) links_->add(stem + ".cpg", *siblings.encoding);
    const auto attributes = is_table ? std::optional(file) : siblings.attributes;
    if (!attributes)
        notes_.push_back({"shapefile.no_attributes", {{"file", name_}, {"sibling", stem + ".dbf"}}});
    else if (!siblings.encoding && !names_encoding(*attributes))
        notes_.push_back({"shapefile.no_encoding", {{"file", name_}, {"sibling", stem + ".cpg"}}});
    if (is_table) return (*links_ / name).string();
    if (attributes) links_->add(stem + ".dbf", *attributes);
    if (siblings.reference_system) links_->add(stem + ".prj", *siblings.reference_system);
    if (siblings.index) {
        links_->add(stem + ".shx", *siblings.index);
    } else {
        write_shapefile_index(file, *links_ / (stem + ".shx"));
        notes_.push_back({"shapefile.no_index", {{"file", name_}, {"sibling", stem + ".shx"}}});
    }
    return (*links_ / name).string();
}

// The one Shapefile, or the folder of several.
std::string GdalDataset::path_in_zip(const std::filesystem::path& file) {
    constexpr std::array<std::string_view, 5> parts{".shp", ".shx", ".dbf", ".prj", ".cpg"};
    const auto entries = zip_entries(file);
    const auto main = entries_ending(entries, std::span(parts).first(1));
    if (main.empty()) throw base::Error("features.unknown_format", {{"file", name_}});
    require_within_limits(file, entries_ending(entries, parts));
    links_ = std::make_unique<LinkFolder>();
    links_->add("archive.zip", file);
    const std::string archive = "/vsizip/" + (*links_ / "archive.zip").string() + "/";
    return archive + (main.size() == 1 ? main.front().name : folder_in_zip(main.front().name));
}

// LIBKML unpacks by itself what the first KML in the archive, which is the one that counts (OGC 07-147r2, annex
// C), names within the archive.
void GdalDataset::check_kmz(const std::filesystem::path& file) {
    constexpr std::array<std::string_view, 1> parts{".kml"};
    const auto entries = entries_ending(zip_entries(file), parts);
    if (entries.empty()) throw base::Error("features.unknown_format", {{"file", name_}});
    require_within_limits(file, entries);
    for (const ZipEntry& entry : entries) refuse_document_type(ZipEntryReader(file, entry).next(), name_);
}

std::vector<std::string> GdalDataset::layer_names() const {
    GdalMessages messages;
    std::vector<std::string> names;
    for (int i = 0; i < dataset_->GetLayerCount(); ++i) names.emplace_back(dataset_->GetLayer(i)->GetName());
    return names;
}

bool GdalDataset::holds_features(OGRLayer& layer) const {
    const bool may_group = kind_ == FileKind::kml || kind_ == FileKind::kmz;
    return !may_group || layer.GetFeatureCount(TRUE) > 0;
}

void GdalDataset::begin_reading(OGRLayer& layer) const {
    if (steps_) steps_->begin_reading();
    layer.ResetReading();
}

void GdalDataset::fail_without_columns(const std::string& layer) const {
    if (!steps_) fail_reading("no columns");
    const std::string reason = reason_against(name_, layer, *steps_);
    if (reason.empty() || steps_->was_refused()) fail_reading("no columns");
    throw base::Error("sqlite.view_failed", {{"file", name_}, {"table", layer}, {"reason", reason}});
}

void GdalDataset::fail_reading(const std::string& reason) const {
    if (steps_ && steps_->are_used_up()) throw base::Error("sqlite.too_much_work", {{"file", name_}});
    if (steps_ && steps_->was_refused()) throw base::Error("sqlite.refused_view", {{"file", name_}});
    if (reason.find("OGR_GEOJSON_MAX_OBJ_SIZE") != std::string::npos)
        throw base::Error("features.object_too_large", {{"file", name_}, {"limit", "2"}});
    throw base::Error("features.read_failed", {{"file", name_}, {"reason", for_people(reason)}});
}

}  // namespace harmattan::io
