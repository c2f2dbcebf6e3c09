#include "fetch/transfer.h"

#include <array>
#include <charconv>
#include <exception>
#include <memory>
#include <new>
#include <string_view>

#include <curl/curl.h>
#include <fmt/core.h>

#include "base/error.h"
#include "fetch/catalogue.h"

namespace harmattan::fetch {
namespace {

constexpr const char* user_agent = "harmattan/" HARMATTAN_VERSION;

struct FreeHandle {
    void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
struct FreeList {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using Handle = std::unique_ptr<CURL, FreeHandle>;
using List = std::unique_ptr<curl_slist, FreeList>;

void start_libcurl() {
    static const CURLcode started = curl_global_init(CURL_GLOBAL_DEFAULT);
    if (started != CURLE_OK)
        throw base::Error("fetch.failed", {{"address", ""}, {"reason", curl_easy_strerror(started)}});
}

std::string lower_case(std::string_view text) {
    std::string lower(text);
    for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return lower;
}

std::string_view without_blanks(std::string_view text) {
    const auto begin = text.find_first_not_of(" \t\r\n");
    return begin == std::string_view::npos ? "" : text.substr(begin, text.find_last_not_of(" \t\r\n") + 1 - begin);
}

std::optional<std::uint64_t> number_in(std::string_view text) {
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

// One exchange with one server: what goes through libcurl's callbacks.
class Exchange {
  public:
    Exchange(const Request& request, const TransferLimits& limits, const Receiver& receiver);

    CURLcode perform() { return curl_easy_perform(handle_.get()); }
    // After perform(): what a callback threw.
    void rethrow_failure() const {
        if (failure_) std::rethrow_exception(failure_);
    }
    // The receiver begins also with a file that is empty.
    void begin_if_empty() {
        if (is_file() && !has_begun_) begin();
    }
    bool was_stopped() const { return was_stopped_; }
    bool has_received() const { return has_begun_; }
    const std::string& words() const { return words_; }
    Response response();

  private:
    static std::size_t on_header(char* text, std::size_t /*one*/, std::size_t size, void* self);
    static std::size_t on_body(char* bytes, std::size_t /*one*/, std::size_t size, void* self);
    static int on_progress(void* self, curl_off_t /*down_whole*/, curl_off_t /*down_now*/, curl_off_t /*up_whole*/,
                           curl_off_t /*up_now*/);
    void set_up(const Request& request, const TransferLimits& limits);
    void read_header(std::string_view line);
    void read_range(std::string_view text);
    bool is_file() const { return response_.status == 200 || response_.status == 206; }
    void begin();

    Handle handle_;
    List headers_;
    const Receiver& receiver_;
    Response response_;
    std::string etag_, modified_;
    std::optional<std::uint64_t> length_;
    bool has_begun_ = false, was_stopped_ = false;
    std::exception_ptr failure_;
    std::array<char, CURL_ERROR_SIZE> error_text_{};
    std::string words_;
};

Exchange::Exchange(const Request& request, const TransferLimits& limits, const Receiver& receiver)
    : handle_(curl_easy_init()), receiver_(receiver) {
    if (!handle_) throw std::bad_alloc();
    set_up(request, limits);
}

template <typename Value>
void set(const Handle& handle, CURLoption option, Value value) {
    if (const CURLcode code = curl_easy_setopt(handle.get(), option, value); code != CURLE_OK)
        throw base::Error("fetch.failed", {{"address", ""}, {"reason", curl_easy_strerror(code)}});
}

void Exchange::set_up(const Request& request, const TransferLimits& limits) {
    const bool is_here = is_loopback(request.address);
    set(handle_, CURLOPT_URL, request.address.c_str());
    set(handle_, CURLOPT_PROTOCOLS_STR, is_here ? "http,https" : "https");
    set(handle_, CURLOPT_FOLLOWLOCATION, 0L);  // each redirect is looked at first
    set(handle_, CURLOPT_NOSIGNAL, 1L);
    set(handle_, CURLOPT_USERAGENT, user_agent);
    set(handle_, CURLOPT_CONNECTTIMEOUT, static_cast<long>(limits.connect_s));
    set(handle_, CURLOPT_LOW_SPEED_LIMIT, 1L);
    set(handle_, CURLOPT_LOW_SPEED_TIME, static_cast<long>(limits.stall_s));
    set(handle_, CURLOPT_ERRORBUFFER, error_text_.data());
    if (is_here) set(handle_, CURLOPT_NOPROXY, "*");
    set(handle_, CURLOPT_HEADERFUNCTION, &on_header);
    set(handle_, CURLOPT_HEADERDATA, static_cast<void*>(this));
    set(handle_, CURLOPT_WRITEFUNCTION, &on_body);
    set(handle_, CURLOPT_WRITEDATA, static_cast<void*>(this));
    set(handle_, CURLOPT_NOPROGRESS, 0L);
    set(handle_, CURLOPT_XFERINFOFUNCTION, &on_progress);
    set(handle_, CURLOPT_XFERINFODATA, static_cast<void*>(this));
    if (request.from_byte == 0) return;
    set(handle_, CURLOPT_RANGE, fmt::format("{}-", request.from_byte).c_str());
    headers_.reset(curl_slist_append(nullptr, ("If-Range: " + request.mark).c_str()));
    if (!headers_) throw std::bad_alloc();
    set(handle_, CURLOPT_HTTPHEADER, headers_.get());
}

std::size_t Exchange::on_header(char* text, std::size_t /*one*/, std::size_t size, void* self) {
    auto& me = *static_cast<Exchange*>(self);
    try {
        me.read_header({text, size});
        return size;
    } catch (...) {
        me.failure_ = std::current_exception();
        return 0;
    }
}

void Exchange::read_header(std::string_view line) {
    if (line.starts_with("HTTP/")) {  // also after 100 Continue: what came before is void
        long status = 0;
        curl_easy_getinfo(handle_.get(), CURLINFO_RESPONSE_CODE, &status);
        response_ = {};
        response_.status = static_cast<int>(status);
        etag_.clear();
        modified_.clear();
        length_.reset();
        return;
    }
    const auto colon = line.find(':');
    if (colon == std::string_view::npos) return;
    const std::string name = lower_case(line.substr(0, colon));
    const auto value = without_blanks(line.substr(colon + 1));
    if (name == "etag" && !value.starts_with("W/")) etag_ = value;  // weak ones do not vouch for bytes
    if (name == "last-modified") modified_ = value;
    if (name == "content-length") length_ = number_in(value);
    if (name == "content-range") read_range(value);
}

// "bytes 100-199/200", "bytes 100-199/*" or, with 416, "bytes */200" (RFC 9110, 14.4).
void Exchange::read_range(std::string_view text) {
    if (!text.starts_with("bytes ")) return;
    text.remove_prefix(6);
    if (const auto slash = text.find('/'); slash != std::string_view::npos)
        response_.whole_size = number_in(text.substr(slash + 1));
    response_.first_byte = number_in(text.substr(0, text.find('-'))).value_or(0);
}

void Exchange::begin() {
    has_begun_ = true;
    receiver_.begin(response());
}

std::size_t Exchange::on_body(char* bytes, std::size_t /*one*/, std::size_t size, void* self) {
    auto& me = *static_cast<Exchange*>(self);
    try {
        if (!me.is_file()) return size;  // the words of an error page
        if (!me.has_begun_) me.begin();
        me.receiver_.receive({bytes, size});
        return size;
    } catch (...) {
        me.failure_ = std::current_exception();
        return 0;
    }
}

int Exchange::on_progress(void* self, curl_off_t /*down_whole*/, curl_off_t /*down_now*/, curl_off_t /*up_whole*/,
                          curl_off_t /*up_now*/) {
    auto& me = *static_cast<Exchange*>(self);
    try {
        me.was_stopped_ = !me.receiver_.go_on();
    } catch (...) {
        me.failure_ = std::current_exception();
    }
    return me.was_stopped_ || me.failure_ ? 1 : 0;
}

Response Exchange::response() {
    Response out = response_;
    out.mark = etag_.empty() ? modified_ : etag_;
    if (out.status == 200) out.whole_size = length_;
    char* redirect = nullptr;
    curl_easy_getinfo(handle_.get(), CURLINFO_REDIRECT_URL, &redirect);
    if (redirect != nullptr) out.redirect = redirect;
    words_ = error_text_.data();
    return out;
}

std::string host_of(const std::string& address) {
    const auto begin = address.find("://");
    const auto host = begin == std::string::npos ? 0 : begin + 3;
    return address.substr(host, address.find('/', host) - host);
}

[[noreturn]] void fail(CURLcode code, const std::string& address, const std::string& said,
                       const TransferLimits& limits) {
    const std::string host = host_of(address), reason = said.empty() ? curl_easy_strerror(code) : said;
    switch (code) {
        case CURLE_COULDNT_RESOLVE_HOST:
        case CURLE_COULDNT_RESOLVE_PROXY:
            throw base::Error("fetch.no_host", {{"host", host}});
        case CURLE_COULDNT_CONNECT:
            throw base::Error("fetch.no_connection", {{"host", host}, {"reason", reason}});
        case CURLE_OPERATION_TIMEDOUT:
            throw base::Error("fetch.timeout", {{"host", host}, {"seconds", std::to_string(limits.stall_s)}});
        case CURLE_PEER_FAILED_VERIFICATION:
        case CURLE_SSL_CONNECT_ERROR:
        case CURLE_SSL_CERTPROBLEM:
        case CURLE_SSL_CACERT_BADFILE:
        case CURLE_SSL_ISSUER_ERROR:
            throw base::Error("fetch.certificate", {{"host", host}, {"reason", reason}});
        default:
            throw base::Error("fetch.failed", {{"address", address}, {"reason", reason}});
    }
}

// Whether the connection ended too early, after something had come.
bool is_broken_off(CURLcode code) {
    return code == CURLE_PARTIAL_FILE || code == CURLE_RECV_ERROR || code == CURLE_OPERATION_TIMEDOUT ||
           code == CURLE_GOT_NOTHING || code == CURLE_HTTP2_STREAM || code == CURLE_HTTP2;
}

bool is_redirect(int status) {
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

void check_redirect(const std::string& from, const std::string& to) {
    const bool stays_here = is_loopback(from) && is_loopback(to);
    if (!stays_here && !lower_case(to).starts_with("https://"))
        throw base::Error("fetch.insecure_redirect", {{"address", to}});
}

}  // namespace

Response transfer(const Request& request, const TransferLimits& limits, const Receiver& receiver, Ending& ending) {
    start_libcurl();
    Request now = request;
    for (int redirects = 0; redirects <= limits.most_redirects; ++redirects) {
        Exchange exchange(now, limits, receiver);
        const CURLcode code = exchange.perform();
        exchange.rethrow_failure();
        if (exchange.was_stopped()) throw base::Error("fetch.cancelled", {{"address", now.address}});
        Response response = exchange.response();
        ending = code == CURLE_OK ? Ending::complete : Ending::broken_off;
        if (code != CURLE_OK && !(exchange.has_received() && is_broken_off(code)))
            fail(code, now.address, exchange.words(), limits);
        if (code == CURLE_OK) exchange.begin_if_empty();
        exchange.rethrow_failure();
        if (!is_redirect(response.status) || response.redirect.empty()) return response;
        check_redirect(now.address, response.redirect);
        now.address = response.redirect;
    }
    throw base::Error("fetch.too_many_redirects",
                      {{"address", request.address}, {"limit", std::to_string(limits.most_redirects)}});
}

}  // namespace harmattan::fetch
