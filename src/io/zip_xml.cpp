#include "io/zip_xml.h"

#include <expat.h>

#include "base/error.h"

namespace harmattan::io {
namespace {

std::string_view without_prefix(std::string_view name) {
    const auto colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

}  // namespace

std::string_view XmlAttributes::operator[](std::string_view name) const {
    for (const char** pair = pairs_; *pair != nullptr; pair += 2)
        if (without_prefix(pair[0]) == name) return pair[1];
    return {};
}

struct ZipXml::Parser {
    XML_Parser handle = XML_ParserCreate(nullptr);
    Parser() = default;
    Parser(const Parser&) = delete;
    Parser& operator=(const Parser&) = delete;
    ~Parser() { XML_ParserFree(handle); }
};

// Exceptions must not pass through the C library: they are kept, and thrown again on this side of it.
template <class Work>
void ZipXml::guarded(Work work) {
    if (thrown_) return;
    try {
        work();
    } catch (...) {
        thrown_ = std::current_exception();
        XML_StopParser(parser_->handle, XML_FALSE);
    }
}

ZipXml::ZipXml(const std::filesystem::path& file, const ZipEntry& entry, XmlHandler& handler, ZipLimits limits)
    : file_(file.string()), entry_(file, entry, limits), handler_(handler), parser_(std::make_unique<Parser>()) {
    XML_Parser const parser = parser_->handle;
    XML_SetUserData(parser, this);
    XML_SetElementHandler(
        parser,
        [](void* self, const XML_Char* name, const XML_Char** attributes) {
            auto& xml = *static_cast<ZipXml*>(self);
            xml.guarded([&] { xml.handler_.start(without_prefix(name), XmlAttributes(attributes)); });
        },
        [](void* self, const XML_Char* name) {
            auto& xml = *static_cast<ZipXml*>(self);
            xml.guarded([&] { xml.handler_.end(without_prefix(name)); });
        });
    XML_SetCharacterDataHandler(parser, [](void* self, const XML_Char* part, int size) {
        auto& xml = *static_cast<ZipXml*>(self);
        xml.guarded([&] { xml.handler_.text({part, static_cast<std::size_t>(size)}); });
    });
    // Spreadsheets need no document type, and entities are declared nowhere else.
    XML_SetStartDoctypeDeclHandler(parser, [](void* self, const XML_Char*, const XML_Char*, const XML_Char*, int) {
        auto& xml = *static_cast<ZipXml*>(self);
        xml.guarded([&] {
            throw base::Error("sheet.damaged", {{"file", xml.file_}, {"reason", "it declares a document type"}});
        });
    });
}

ZipXml::~ZipXml() = default;

void ZipXml::pause() {
    if (is_paused_ || thrown_) return;
    is_paused_ = true;
    XML_StopParser(parser_->handle, XML_TRUE);
}

void ZipXml::feed() {
    XML_Parser const parser = parser_->handle;
    XML_ParsingStatus status;
    XML_GetParsingStatus(parser, &status);
    XML_Status result = XML_STATUS_OK;
    if (status.parsing == XML_SUSPENDED) {
        result = XML_ResumeParser(parser);
    } else {
        const auto block = entry_.next();
        result =
            XML_Parse(parser, block.data(), static_cast<int>(block.size()), block.empty() ? XML_TRUE : XML_FALSE);
    }
    if (thrown_) std::rethrow_exception(thrown_);
    if (result == XML_STATUS_ERROR)
        throw base::Error("sheet.damaged",
                          {{"file", file_}, {"reason", XML_ErrorString(XML_GetErrorCode(parser))}});
    XML_GetParsingStatus(parser, &status);
    has_ended_ = status.parsing == XML_FINISHED;
}

bool ZipXml::advance() {
    is_paused_ = false;
    while (!has_ended_ && !is_paused_) feed();
    return is_paused_;
}

}  // namespace harmattan::io
