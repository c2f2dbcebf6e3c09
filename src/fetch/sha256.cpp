#include "fetch/sha256.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <memory>
#include <new>
#include <span>
#include <vector>

#include <fmt/core.h>
#include <openssl/evp.h>

#include "base/error.h"
#include "base/pending_file.h"

namespace harmattan::fetch {
namespace {

constexpr std::size_t digits_in_sum = 64;

struct FreeDigest {
    void operator()(EVP_MD_CTX* digest) const { EVP_MD_CTX_free(digest); }
};

std::string hexadecimal(std::span<const unsigned char> bytes) {
    std::string digits;
    for (const unsigned char byte : bytes) digits += fmt::format("{:02x}", byte);
    return digits;
}

}  // namespace

std::string sha256_of(const std::filesystem::path& file) {
    errno = 0;
    std::ifstream in(file, std::ios::binary);
    const std::unique_ptr<EVP_MD_CTX, FreeDigest> digest(EVP_MD_CTX_new());
    if (!digest || EVP_DigestInit_ex(digest.get(), EVP_sha256(), nullptr) != 1) throw std::bad_alloc();
    std::vector<char> block(std::size_t(1) << 16);
    while (in) {
        in.read(block.data(), static_cast<std::streamsize>(block.size()));
        EVP_DigestUpdate(digest.get(), block.data(), static_cast<std::size_t>(in.gcount()));
    }
    if (!in.eof())
        throw base::Error("fetch.cannot_read",
                          {{"path", file.string()}, {"reason", std::strerror(errno != 0 ? errno : EIO)}});
    std::array<unsigned char, EVP_MAX_MD_SIZE> sum{};
    unsigned int length = 0;
    EVP_DigestFinal_ex(digest.get(), sum.data(), &length);
    return hexadecimal({sum.data(), length});
}

std::filesystem::path sha256_file_of(const std::filesystem::path& file) {
    return file.string() + ".sha256";
}

std::optional<std::string> recorded_sha256(const std::filesystem::path& file) {
    std::ifstream in(sha256_file_of(file), std::ios::binary);
    std::string digits(digits_in_sum, '\0');
    in.read(digits.data(), static_cast<std::streamsize>(digits.size()));
    if (!in || digits.find_first_not_of("0123456789abcdef") != std::string::npos) return std::nullopt;
    return digits;
}

void record_sha256(const std::filesystem::path& file, const std::string& digits) {
    const std::string line = fmt::format("{}  {}\n", digits, file.filename().string());
    base::write_whole(sha256_file_of(file), std::as_bytes(std::span(line)));
}

}  // namespace harmattan::fetch
