// One HTTPS request, by libcurl.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>

namespace harmattan::fetch {

struct TransferLimits {
    int connect_s = 30;
    int stall_s = 60;  // no byte for so long ends the transfer
    int most_redirects = 5;
    std::uint64_t most_bytes = std::uint64_t(1) << 30;  // a file may have; GED 26.1 has 39 million
};

struct Request {
    std::string address;
    std::uint64_t from_byte = 0;  // with its mark: asks for the rest, if the file is still the marked one
    std::string mark;
};

struct Response {
    int status = 0;
    std::string mark;  // the strong ETag or, without one, Last-Modified; empty when the server gives none
    std::uint64_t first_byte = 0;             // where what is sent begins
    std::optional<std::uint64_t> whole_size;  // of the file, not of what is sent
    std::string redirect;                     // the address it points to instead
};

// What a transfer gives what it gets to. Whatever these throw ends the transfer and comes out of transfer().
struct Receiver {
    std::function<void(const Response&)> begin;          // before the first byte of 200 or 206
    std::function<void(std::span<const char>)> receive;  // bytes of 200 or 206
    std::function<bool()> go_on;                         // false: stop; asked a few times a second
};

// How a transfer ended.
enum class Ending { complete, broken_off };

// Asks once and follows redirects: to https alone, at most limits.most_redirects. http is spoken only to this
// machine itself, for tests. Gives what the server answered, 404 and 416 too. `ending`: broken_off when the
// connection ended or stalled before all was there, which is worth another attempt. Throws Error "fetch.cancelled"
// (address), "fetch.no_host" (host), "fetch.no_connection" (host, reason), "fetch.certificate" (host, reason),
// "fetch.timeout" (host, seconds; nothing came at all), "fetch.insecure_redirect" (address),
// "fetch.too_many_redirects" (address, limit), "fetch.failed" (address, reason).
Response transfer(const Request& request, const TransferLimits& limits, const Receiver& receiver, Ending& ending);

}  // namespace harmattan::fetch
