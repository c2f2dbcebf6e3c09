#include "io/csv_reader.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include <fmt/core.h>

#include "base/error.h"
#include "io/special_bytes.h"

namespace harmattan::io {
namespace {

constexpr std::size_t chunk_bytes = 64;
constexpr std::size_t longest_first_line = std::size_t(1) << 20;

// Makes a quoted field its text: quotes taken off, "" made ", and what follows a closing quote kept as it is.
// Returns the text's length.
std::size_t unquote(char* field, std::size_t size) {
    bool is_open = true;
    std::size_t length = 0;
    for (std::size_t i = 1; i < size; ++i) {
        if (!is_open || field[i] != '"') {
            field[length++] = field[i];
        } else if (i + 1 < size && field[i + 1] == '"') {
            field[length++] = '"';
            ++i;
        } else {
            is_open = false;
        }
    }
    return length;
}

bool is_control(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && !(byte >= '\t' && byte <= '\r')) || byte == 0x7f;
}

// As many of them as a byte can count at a time, which compilers make vector instructions of: a block has a
// million.
std::size_t count_controls(const char* text, std::size_t size) {
    constexpr std::size_t most_at_once = 255;
    std::size_t count = 0;
    for (std::size_t begin = 0; begin < size; begin += most_at_once) {
        const std::size_t end = std::min(begin + most_at_once, size);
        std::uint8_t some = 0;
        for (std::size_t i = begin; i < end; ++i)
            some = static_cast<std::uint8_t>(some + (is_control(text[i]) ? 1 : 0));
        count += some;
    }
    return count;
}

}  // namespace

CsvReader::CsvReader(ByteSource& source, const CsvOptions& options) : source_(source), options_(options) {
    options_.block_bytes = std::max<std::size_t>(options_.block_bytes, 1);
    if (options_.first_byte == 0) {
        look_at_beginning();
    } else {
        delimiter_ = options_.delimiter.value();
        buffer_offset_ = next_begin_ = next_chunk_ = options_.first_byte;
    }
}

bool CsvReader::next() {
    begin_record(next_begin_);
    for (;;) {
        if (special_ == 0) {
            if (!load_chunk()) return end_of_file();
            continue;
        }
        const std::uint64_t at = chunk_ + static_cast<unsigned>(std::countr_zero(special_));
        special_ &= special_ - 1;
        if (take(at)) return true;
    }
}

void CsvReader::begin_record(std::uint64_t offset) {
    record_begin_ = field_begin_ = offset;
    record_line_ = line_;
    fields_.clear();
    field_count_ = 0;
    fault_ = RecordFault::none;
    has_stray_quote_ = false;
    may_have_high_bytes_ = chunk_has_high_bytes_;
}

// Handles the special byte at `at`; true when it ends a record.
bool CsvReader::take(std::uint64_t at) {
    const char byte = buffer_[at - buffer_offset_];
    if (byte == '\0') fail_not_text(at);
    if (state_ == State::quoted) {
        if (byte == '"') {
            state_ = State::maybe_closed;
            quote_at_ = at;
        } else if (byte == '\n' || byte == '\r') {
            count_line(at, byte);
        }
        return false;
    }
    if (state_ == State::maybe_closed) {
        if (byte == '"' && at == quote_at_ + 1) {
            needs_unquoting_ = true;
            state_ = State::quoted;
            return false;
        }
        leave_quotes(at);
    }
    if (byte == delimiter_) {
        end_field(at);
    } else if (byte != '"') {
        return take_line_end(at, byte);
    } else if (at == field_begin_) {
        state_ = State::quoted;
        is_quoted_ = true;
        quote_line_ = line_;
    } else {
        has_stray_quote_ = true;
    }
    return false;
}

bool CsvReader::take_line_end(std::uint64_t at, char byte) {
    count_line(at, byte);
    if (at == record_begin_) {  // a blank line, or the line feed after a carriage return
        begin_record(at + 1);
        return false;
    }
    end_field(at);
    end_record(at, at + 1);
    return true;
}

void CsvReader::count_line(std::uint64_t at, char byte) {
    if (byte == '\r') {
        ++line_;
        after_return_ = at + 1;
    } else if (at != after_return_) {
        ++line_;
    }
}

// The quotation mark at quote_at_ did close the field; what stands between it and `at` is stray.
void CsvReader::leave_quotes(std::uint64_t at) {
    state_ = State::unquoted;
    if (at == quote_at_ + 1) return;
    needs_unquoting_ = true;
    has_stray_quote_ = true;
}

void CsvReader::end_field(std::uint64_t at) {
    if (fault_ == RecordFault::none && at - field_begin_ > options_.max_field_bytes) {
        fault_ = RecordFault::field_too_long;
        fault_field_ = field_count_;
    }
    if (fault_ == RecordFault::none && field_count_ < max_fields)
        fields_.push_back({static_cast<std::uint32_t>(field_begin_ - record_begin_),
                           static_cast<std::uint32_t>(at - record_begin_), is_quoted_, needs_unquoting_});
    ++field_count_;
    field_begin_ = at + 1;
    is_quoted_ = needs_unquoting_ = false;
}

void CsvReader::end_record(std::uint64_t at, std::uint64_t next_begin) {
    if (fault_ == RecordFault::none && at - record_begin_ > options_.max_record_bytes)
        fault_ = RecordFault::record_too_long;
    next_begin_ = next_begin;
}

bool CsvReader::end_of_file() {
    const std::uint64_t end = offset_of_end();
    if (state_ == State::quoted)
        throw base::Error("csv.unclosed_quote",
                          {{"file", source_.name()}, {"line", fmt::format("{}", quote_line_)}});
    if (state_ == State::maybe_closed) leave_quotes(end);
    if (end == record_begin_) {
        next_begin_ = end;  // blank lines may lie behind the last record
        return false;
    }
    end_field(end);
    end_record(end, end);
    return true;
}

std::string_view CsvReader::unquoted(std::size_t index) {
    Field& field = fields_[index];
    const std::string_view raw = raw_field(index);
    if (!field.needs_unquoting) return raw.substr(1, raw.size() - 2);
    // In place: the text is never longer than its raw form, and the buffer is our own.
    char* const begin = buffer_.data() + (record_begin_ - buffer_offset_) + field.begin;
    field.end = field.begin + static_cast<std::uint32_t>(unquote(begin, raw.size()));
    field.is_quoted = false;
    return raw_field(index);
}

// Finds the special bytes of the next chunk; false at the end of the file.
bool CsvReader::load_chunk() {
    if (next_chunk_ >= offset_of_end() && !refill()) return false;
    chunk_ = next_chunk_;
    const SpecialBytes found = find_special_bytes(buffer_.data() + (chunk_ - buffer_offset_), delimiter_);
    const std::uint64_t available = offset_of_end() - chunk_;
    special_ = found.special;
    if (available < chunk_bytes) special_ &= (std::uint64_t(1) << available) - 1;
    next_chunk_ = chunk_ + std::min<std::uint64_t>(available, chunk_bytes);
    chunk_has_high_bytes_ = found.has_high_byte;
    may_have_high_bytes_ |= found.has_high_byte;
    return true;
}

// Moves what is left of the present record to the buffer's front and reads a block behind it.
bool CsvReader::refill() {
    note_excess();
    const std::uint64_t keep_from = fault_ == RecordFault::none ? record_begin_ : offset_of_end();
    const auto dropped = static_cast<std::size_t>(keep_from - buffer_offset_);
    // Of nothing there is no buffer yet, and a null pointer may not be moved from.
    if (end_ > dropped) std::memmove(buffer_.data(), buffer_.data() + dropped, end_ - dropped);
    buffer_offset_ = keep_from;
    end_ -= dropped;
    return fill() > 0;
}

std::size_t CsvReader::fill() {
    const std::size_t needed = end_ + options_.block_bytes + chunk_bytes;  // a last chunk may reach past the end
    if (buffer_.size() < needed) buffer_.resize(std::max(needed, 2 * buffer_.size()));
    const std::size_t count = source_.read(buffer_.data() + end_, options_.block_bytes);
    end_ += count;
    return count;
}

// Gives the record's bytes up when they are too many to keep; its end is still looked for.
void CsvReader::note_excess() {
    if (fault_ != RecordFault::none) return;
    if (offset_of_end() - field_begin_ > options_.max_field_bytes) {
        fault_ = RecordFault::field_too_long;
        fault_field_ = field_count_;
    } else if (offset_of_end() - record_begin_ > options_.max_record_bytes) {
        fault_ = RecordFault::record_too_long;
    }
}

void CsvReader::look_at_beginning() {
    constexpr std::string_view utf8_mark = "\xef\xbb\xbf", utf16_low = "\xff\xfe", utf16_high = "\xfe\xff";
    while (end_ < utf8_mark.size() && fill() > 0) {
    }
    const std::string_view beginning(buffer_.data(), end_);
    if (beginning.starts_with(utf16_low) || beginning.starts_with(utf16_high))
        throw base::Error("csv.utf16", {{"file", source_.name()}});
    if (beginning.starts_with(utf8_mark)) next_begin_ = next_chunk_ = utf8_mark.size();
    delimiter_ = options_.delimiter ? *options_.delimiter : find_delimiter();
    check_is_text();
}

// The one of comma, semicolon, tab and bar that the first line has most of outside quotes.
char CsvReader::find_delimiter() {
    std::array<std::size_t, 4> counts{};
    constexpr std::string_view candidates = ",;\t|";
    bool is_quoted = false;
    for (std::size_t i = next_begin_;; ++i) {
        if (i >= longest_first_line || (i == end_ && fill() == 0)) break;
        const char c = buffer_[i];
        if (c == '"') is_quoted = !is_quoted;
        if (is_quoted) continue;
        if ((c == '\n' || c == '\r') && counts != std::array<std::size_t, 4>{}) break;
        if (const auto which = candidates.find(c); which != std::string_view::npos) ++counts[which];
    }
    return candidates[static_cast<std::size_t>(std::max_element(counts.begin(), counts.end()) - counts.begin())];
}

// Control characters in number are no text, though no NUL may be among the first bytes.
void CsvReader::check_is_text() const {
    const std::size_t count = count_controls(buffer_.data(), end_);
    constexpr std::size_t few = 4, share = 100;
    if (count <= few || count * share <= end_) return;
    const auto first = std::find_if(buffer_.begin(), buffer_.end(), is_control);
    fail_not_text(static_cast<std::uint64_t>(first - buffer_.begin()));
}

void CsvReader::fail_not_text(std::uint64_t offset) const {
    throw base::Error("csv.not_text", {{"file", source_.name()}, {"offset", fmt::format("{}", offset)}});
}

}  // namespace harmattan::io
