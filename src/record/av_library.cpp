#include "record/av_library.h"

#include <dlfcn.h>

#include "base/error.h"

namespace harmattan::record::av {
namespace {

// A library that stays loaded until the program ends.
class Loaded {
  public:
    Loaded(const char* stem, int version) : name_(fmt::format("{}.so.{}", stem, version)) {
        handle_ = ::dlopen(name_.c_str(), RTLD_LAZY | RTLD_LOCAL);
        if (handle_ == nullptr) fail(::dlerror());
    }

    template <typename Function>
    void find(const char* function, Function& pointer) const {
        pointer = reinterpret_cast<Function>(::dlsym(handle_, function));
        if (pointer == nullptr) fail(function);
    }

  private:
    [[noreturn]] void fail(const char* reason) const {
        throw base::Error("film.no_library", {{"library", name_}, {"reason", reason}});
    }
    std::string name_;
    void* handle_ = nullptr;
};

Library load() {
    Library out;
    const Loaded avutil("libavutil", LIBAVUTIL_VERSION_MAJOR), avcodec("libavcodec", LIBAVCODEC_VERSION_MAJOR),
        avformat("libavformat", LIBAVFORMAT_VERSION_MAJOR), swscale("libswscale", LIBSWSCALE_VERSION_MAJOR);
#define HARMATTAN_AVUTIL(name) avutil.find(#name, out.name);
#define HARMATTAN_AVCODEC(name) avcodec.find(#name, out.name);
#define HARMATTAN_AVFORMAT(name) avformat.find(#name, out.name);
#define HARMATTAN_SWSCALE(name) swscale.find(#name, out.name);
    HARMATTAN_AVUTIL_FUNCTIONS(HARMATTAN_AVUTIL)
    HARMATTAN_AVCODEC_FUNCTIONS(HARMATTAN_AVCODEC)
    HARMATTAN_AVFORMAT_FUNCTIONS(HARMATTAN_AVFORMAT)
    HARMATTAN_SWSCALE_FUNCTIONS(HARMATTAN_SWSCALE)
    return out;
}

}  // namespace

const Library& library() {
    static const Library loaded = load();
    return loaded;
}

}  // namespace harmattan::record::av
