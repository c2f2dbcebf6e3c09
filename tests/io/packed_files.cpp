#include "io/packed_files.h"

#include <fstream>
#include <stdexcept>

#include "support/run_program.h"
#include "support/source_tree.h"
#include "support/temporary_folder.h"

namespace harmattan::test {
namespace {

void run_python(const std::string& script, std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"-c", script});
    const ProgramResult result = run_program({"python3", std::move(arguments)});
    if (result.exit_status != 0) throw std::runtime_error("python3: " + result.errors);
}

}  // namespace

std::string bytes_of(const std::filesystem::path& file) {
    return text_of(file);
}

void write_bytes(const std::filesystem::path& file, const std::string& bytes) {
    std::ofstream(file, std::ios::binary) << bytes;
}

void make_gzip(const std::filesystem::path& file, const std::vector<std::string>& parts) {
    const TemporaryFolder folder;
    std::vector<std::string> arguments{file.string()};
    for (std::size_t i = 0; i < parts.size(); ++i) {
        arguments.push_back((folder / std::to_string(i)).string());
        write_bytes(arguments.back(), parts[i]);
    }
    run_python(
        "import gzip, sys\n"
        "with open(sys.argv[1], 'wb') as out:\n"
        "    for part in sys.argv[2:]: out.write(gzip.compress(open(part, 'rb').read(), 6))\n",
        std::move(arguments));
}

void make_zip(const std::filesystem::path& file, const Members& members, ZipMethod method) {
    const TemporaryFolder folder;
    std::vector<std::string> arguments{file.string(), method == ZipMethod::stored ? "stored" : "deflated"};
    for (std::size_t i = 0; i < members.size(); ++i) {
        arguments.push_back(members[i].first);
        arguments.push_back((folder / std::to_string(i)).string());
        write_bytes(arguments.back(), members[i].second);
    }
    run_python(
        "import sys, zipfile\n"
        "method = zipfile.ZIP_STORED if sys.argv[2] == 'stored' else zipfile.ZIP_DEFLATED\n"
        "with zipfile.ZipFile(sys.argv[1], 'w', method) as out:\n"
        "    for name, content in zip(sys.argv[3::2], sys.argv[4::2]):\n"
        "        out.writestr(zipfile.ZipInfo(name), open(content, 'rb').read(), method)\n",
        std::move(arguments));
}

std::string encoded(const std::string& utf8, const std::string& python_codec) {
    const TemporaryFolder folder;
    write_bytes(folder / "in", utf8);
    run_python(
        "import sys; open(sys.argv[2], 'wb').write(open(sys.argv[1], 'rb').read().decode().encode(sys.argv[3]))",
        {(folder / "in").string(), (folder / "out").string(), python_codec});
    return bytes_of(folder / "out");
}

}  // namespace harmattan::test
