// XML inside a zip archive, read as a stream: memory does not grow with the document.
#pragma once

#include <exception>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "io/zip_package.h"

namespace harmattan::io {

// Attributes of an element, by their names without prefix.
class XmlAttributes {
  public:
    explicit XmlAttributes(const char** pairs) : pairs_(pairs) {}
    // Empty when there is none of that name.
    std::string_view operator[](std::string_view name) const;

  private:
    const char** pairs_;
};

// What a document's parts are handed to, by names without prefix.
class XmlHandler {
  public:
    virtual ~XmlHandler() = default;
    virtual void start(std::string_view name, const XmlAttributes& attributes) = 0;
    virtual void end(std::string_view name) = 0;
    virtual void text(std::string_view part) = 0;
};

class ZipXml {
  public:
    // Throws what ZipEntryReader throws. The handler must outlive this.
    ZipXml(const std::filesystem::path& file, const ZipEntry& entry, XmlHandler& handler, ZipLimits limits = {});
    ZipXml(const ZipXml&) = delete;
    ZipXml& operator=(const ZipXml&) = delete;
    ~ZipXml();

    // Goes on until the handler pauses; false at the document's end. Throws what the handler throws, Error
    // "sheet.damaged" (file, reason) for what is no XML or declares a document type, and those of unpacking.
    bool advance();
    // For the handler: advance() returns after the present part.
    void pause();
    double share_read() const { return entry_.share_read(); }

  private:
    struct Parser;
    template <class Work>
    void guarded(Work work);
    void feed();

    std::string file_;
    ZipEntryReader entry_;
    XmlHandler& handler_;
    std::unique_ptr<Parser> parser_;
    std::exception_ptr thrown_;
    bool is_paused_ = false, has_ended_ = false;
};

}  // namespace harmattan::io
