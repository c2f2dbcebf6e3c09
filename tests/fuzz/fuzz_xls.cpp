// Excel's old workbooks, as files: the container and all in it.
#include "fuzz/fuzzing.h"
#include "fuzz/sheet_checks.h"
#include "io/compound_file.h"
#include "io/xls_book.h"

using namespace harmattan;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static fuzz::MemoryFile file;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    file.hold(bytes);
    fuzz::key_of([&] {
        const io::CompoundFile container(file.path());
        for (const auto& stream : container.streams())
            fuzz::key_of([&] {
                fuzz::require(container.read(stream).size() == stream.bytes, "a stream is as long as it says");
            });
    });
    fuzz::key_of([&] { fuzz::check_book(*io::open_xls(file.path())); });
    return 0;
}
