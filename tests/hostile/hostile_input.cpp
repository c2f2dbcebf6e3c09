#include "hostile_input.h"

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>

#include <fmt/core.h>

#include "base/error.h"
#include "events/filter.h"
#include "io/event_reader.h"
#include "io/feature_reader.h"
#include "story/story_file.h"
#include "support/catch.h"
#include "support/temporary_folder.h"

namespace harmattan::test {

const char* const row_header =
    "id,date_start,date_end,latitude,longitude,best,low,high,type_of_violence,where_prec,date_prec,country\n";
const char* const good_row = "1,2012-01-17,,15.9,2.4,3,2,4,1,1,1,Mali\n";

namespace {

#if defined(__SANITIZE_ADDRESS__)
constexpr bool is_sanitized = true;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
constexpr bool is_sanitized = true;
#else
constexpr bool is_sanitized = false;
#endif
#else
constexpr bool is_sanitized = false;
#endif

// Of work, however busy the machine is; and, for what waits without working, by the clock.
constexpr rlim_t most_cpu_seconds = is_sanitized ? 100 : 10;
constexpr unsigned most_seconds = 300;
constexpr rlim_t most_address_space = rlim_t(3) << 30;
constexpr long most_resident_kib = 1500L << 10;

struct Outcome {
    int signal = 0;
    long resident_kib = 0;
    std::string sentences;
};

std::string account_of(const io::ReadReport& report) {
    std::string all = fmt::format("kept {} of {}\n", report.kept, report.records);
    if (report.records != report.kept + report.rejected) all += "THE ACCOUNT IS WRONG\n";
    for (const auto& problem : report.problems)
        all += "rejected: " + io::words(base::Language::en, problem) + "\n";
    for (const auto& problem : report.warnings) all += "warning: " + io::words(base::Language::en, problem) + "\n";
    for (const auto& note : report.notes) all += "note: " + io::words(base::Language::en, note) + "\n";
    return all;
}

[[noreturn]] void work_in_child(const HostileInput& input, const std::filesystem::path& folder, int to) {
    ::alarm(most_seconds);
    const rlimit work{most_cpu_seconds, most_cpu_seconds};
    ::setrlimit(RLIMIT_CPU, &work);
    if (!is_sanitized) {
        const rlimit limit{most_address_space, most_address_space};
        ::setrlimit(RLIMIT_AS, &limit);
    }
    const rlimit no_core{0, 0};
    ::setrlimit(RLIMIT_CORE, &no_core);
    std::string said;
    try {
        said = sentences_of([&] { return input.work(folder); });
    } catch (const std::exception& error) {
        said = std::string("AN EXCEPTION THAT IS NO ERROR: ") + error.what();
    }
    if (said.size() > 60000) said.resize(60000);  // less than a pipe holds
    const bool is_written = ::write(to, said.data(), said.size()) == static_cast<ssize_t>(said.size());
    ::_exit(is_written ? 0 : 1);
}

Outcome outcome_of(const HostileInput& input) {
    const TemporaryFolder folder;
    int ends[2];
    REQUIRE(::pipe(ends) == 0);
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) work_in_child(input, folder.path(), ends[1]);
    ::close(ends[1]);
    Outcome outcome;
    char block[4096];
    for (ssize_t size; (size = ::read(ends[0], block, sizeof block)) > 0;)
        outcome.sentences.append(block, static_cast<std::size_t>(size));
    ::close(ends[0]);
    int status = 0;
    rusage used{};
    REQUIRE(::wait4(child, &status, 0, &used) == child);
    outcome.signal = WIFSIGNALED(status) ? WTERMSIG(status) : WEXITSTATUS(status);
    outcome.resident_kib = used.ru_maxrss;
    return outcome;
}

// The first character that a terminal might obey or that turns text round, as hexadecimal digits.
std::string control_in(const std::string& text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto at = [&](std::size_t j) { return j < text.size() ? static_cast<unsigned char>(text[j]) : 0U; };
        if ((at(i) < 0x20 && at(i) != '\n') || at(i) == 0x7f) return fmt::format("{:02x}", at(i));
        if (at(i) == 0xc2 && at(i + 1) >= 0x80 && at(i + 1) < 0xa0) return fmt::format("c2{:02x}", at(i + 1));
        const bool is_bidi = at(i) == 0xe2 && ((at(i + 1) == 0x80 && at(i + 2) >= 0xaa && at(i + 2) <= 0xae) ||
                                               (at(i + 1) == 0x81 && at(i + 2) >= 0xa6 && at(i + 2) <= 0xa9));
        if (is_bidi) return fmt::format("e2{:02x}{:02x}", at(i + 1), at(i + 2));
    }
    return {};
}

std::filesystem::path written(const std::filesystem::path& folder, const std::string& name, const Bytes& bytes) {
    const std::string all = bytes();
    std::ofstream(folder / name, std::ios::binary).write(all.data(), static_cast<std::streamsize>(all.size()));
    return folder / name;
}

Bytes always(std::string text) {
    return [text = std::move(text)] { return text; };
}

}  // namespace

std::string sentences_of(const std::function<std::string()>& read) {
    try {
        return read();
    } catch (const base::Error& error) {
        return error.what();
    }
}

std::string sentences_of_events(const std::filesystem::path& file) {
    return sentences_of([&] {
        io::EventReadOptions options;
        options.checks_places = false;  // tests/io/place_check_test.cpp is about places
        return account_of(io::read_events(file, options).report);
    });
}

std::string sentences_of_features(const std::filesystem::path& file) {
    return sentences_of([&] {
        const auto read = io::read_features(file);
        std::string all = account_of(read.report);
        for (const auto& note : read.notes) all += "note: " + io::words(base::Language::en, note) + "\n";
        return all;
    });
}

Work events_in(Bytes bytes, std::string file) {
    return [=](const std::filesystem::path& folder) { return sentences_of_events(written(folder, file, bytes)); };
}
Work events_in(std::string bytes, std::string file) {
    return events_in(always(std::move(bytes)), std::move(file));
}
Work features_in(Bytes bytes, std::string file) {
    return
        [=](const std::filesystem::path& folder) { return sentences_of_features(written(folder, file, bytes)); };
}
Work features_in(std::string bytes, std::string file) {
    return features_in(always(std::move(bytes)), std::move(file));
}
Work row(std::string text) {
    return events_in(std::string(row_header) + good_row + std::move(text) + "\n");
}

Work path_given(std::string path) {
    return [=](const std::filesystem::path&) {
        return sentences_of([&] {
                   io::identify(path);
                   return std::string("identified");
               }) +
               "\n" + sentences_of_events(path);
    };
}

Work filter(Bytes text) {
    return [=](const std::filesystem::path&) {
        events::Filter::parse(text());
        return std::string("taken");
    };
}
Work filter(std::string text) {
    return filter(always(std::move(text)));
}
Work schema(Bytes text) {
    return [=](const std::filesystem::path&) {
        io::parse_schema(text(), "s.toml");
        return std::string("taken");
    };
}
Work schema(std::string text) {
    return schema(always(std::move(text)));
}
Work story(Bytes text) {
    return [=](const std::filesystem::path&) {
        story::parse_story(text(), "t.toml");
        return std::string("taken");
    };
}
Work story(std::string text) {
    return story(always(std::move(text)));
}
Work mapping(std::string text) {
    return [=](const std::filesystem::path&) {
        io::parse_mapping(text);
        return std::string("taken");
    };
}

std::string repeated(std::string_view text, std::size_t times) {
    std::string all;
    all.reserve(text.size() * times);
    for (std::size_t i = 0; i < times; ++i) all += text;
    return all;
}

void check_all(const HostileInputs& inputs) {
    for (const HostileInput& input : inputs) {
        const Outcome outcome = outcome_of(input);
        INFO(input.name << ": " << outcome.sentences.substr(0, 700));
        CHECK(outcome.signal == 0);
        if (!is_sanitized) CHECK(outcome.resident_kib < most_resident_kib);
        CHECK(control_in(outcome.sentences).empty());
        CHECK(outcome.sentences.find("THE ACCOUNT IS WRONG") == std::string::npos);
        CHECK(outcome.sentences.find("AN EXCEPTION THAT IS NO ERROR") == std::string::npos);
        if (outcome.sentences.find(input.expected) == std::string::npos)
            FAIL_CHECK("expected: " << input.expected);
    }
}

}  // namespace harmattan::test
