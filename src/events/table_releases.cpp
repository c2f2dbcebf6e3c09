#include "events/table_releases.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <string_view>
#include <unordered_map>

#include "events/release_version.h"
#include "events/whole_years.h"

namespace harmattan::events {
namespace {

constexpr std::string_view yearly = "ucdp-ged";
constexpr std::string_view provisional = "ucdp-candidate";

bool is_known_source(std::string_view dataset) {
    constexpr std::array<std::string_view, 3> unknown{"", "table", "harmattan"};
    return std::find(unknown.begin(), unknown.end(), dataset) == unknown.end();
}

// The rows of one file in one table.
struct Part {
    std::size_t table = 0;
    const EventFile* file = nullptr;
    std::uint32_t age = 0;  // within its dataset; greater is newer
    base::DayRange events{{0}, {-1}};
    base::DayRange covered{{0}, {-1}};
    std::vector<bool> has_country;
    std::vector<const Part*> newer;     // of the same dataset
    std::vector<const Part*> later;     // those of a later version
    std::vector<const Part*> settling;  // releases that settle what is provisional in this one
    ReleaseCount count;

    bool covers(base::Day day, std::uint32_t country) const {
        return covered.contains(day) && country < has_country.size() && has_country[country];
    }
};

// Gives every country one number in all tables.
class Countries {
  public:
    explicit Countries(const std::vector<EventTable>& tables) {
        for (const EventTable& table : tables) {
            auto& numbers = of_table_.emplace_back();
            for (const std::string& name : table.text(Text::country).dictionary())
                numbers.push_back(
                    numbers_.emplace(name, static_cast<std::uint32_t>(numbers_.size())).first->second);
        }
    }
    std::uint32_t of(std::size_t table, std::uint32_t code) const { return of_table_[table][code]; }
    std::size_t size() const { return numbers_.size(); }

  private:
    std::unordered_map<std::string, std::uint32_t> numbers_;
    std::vector<std::vector<std::uint32_t>> of_table_;
};

class Join {
  public:
    explicit Join(std::vector<EventTable> tables) : tables_(std::move(tables)), countries_(tables_) {
        find_parts();
        order_by_age();
        for (Part& part : parts_) part.covered = days_covered(part);
        for (Part& part : parts_) find_followers(part);
        find_newest();
    }

    JoinedReleases result() && {
        JoinedReleases joined_releases;
        std::vector<EventTable> kept;
        for (std::size_t table = 0; table < tables_.size(); ++table) kept.push_back(kept_of(table));
        for (Part& part : parts_)
            if (part.count.rows > 0) joined_releases.files.push_back(std::move(part.count));
        newest_.clear();  // its keys are views into the tables
        tables_.clear();
        joined_releases.table = kept.size() == 1 ? std::move(kept.front()) : joined(std::move(kept));
        return joined_releases;
    }

  private:
    void find_parts();
    void order_by_age();
    static base::DayRange days_covered(const Part& part);
    void find_followers(Part& part);
    void find_newest();
    EventTable kept_of(std::size_t table);
    bool is_kept(Part& part, std::size_t row);
    static bool is_of_same_release(const Part& part, std::uint32_t newer_age);

    Part& part_of(std::size_t table, std::size_t row) {
        return parts_[first_part_[table] + tables_[table].origin()[row].file];
    }

    std::vector<EventTable> tables_;
    Countries countries_;
    std::vector<Part> parts_;
    std::vector<std::size_t> first_part_;  // of each table
    // By dataset and id: the age of the newest release that has it. Only of datasets with several releases.
    std::unordered_map<std::string_view, std::unordered_map<std::string_view, std::uint32_t>> newest_;
};

void Join::find_parts() {
    for (std::size_t table = 0; table < tables_.size(); ++table) {
        first_part_.push_back(parts_.size());
        for (const EventFile& file : tables_[table].files()) {
            Part& part = parts_.emplace_back();
            part.table = table;
            part.file = &file;
            part.has_country.resize(countries_.size());
            part.count.file = file.name;
            part.count.dataset = file.dataset;
            part.count.version = file.version;
        }
        const EventTable& rows = tables_[table];
        for (std::size_t row = 0; row < rows.size(); ++row) {
            Part& part = part_of(table, row);
            ++part.count.rows;
            const base::Day day = rows.first_day()[row];
            if (part.events.empty()) part.events = {day, day};
            part.events.last = day;  // rows are in order of day
            part.has_country[countries_.of(table, rows.text(Text::country).code(row))] = true;
        }
    }
}

void Join::order_by_age() {
    std::vector<Part*> by_age;
    for (Part& part : parts_)
        if (part.count.rows > 0 && is_known_source(part.file->dataset)) by_age.push_back(&part);
    const auto is_older = [](const Part* a, const Part* b) {
        if (a->file->dataset != b->file->dataset) return a->file->dataset < b->file->dataset;
        const auto order = compare_versions(a->file->version, b->file->version);
        if (order != 0) return order < 0;
        // A copy with coarser points never replaces the release it was made from.
        if (a->file->generalised.empty() != b->file->generalised.empty()) return b->file->generalised.empty();
        return a->table < b->table;
    };
    std::sort(by_age.begin(), by_age.end(), is_older);
    for (std::size_t i = 1; i < by_age.size(); ++i) {
        if (by_age[i]->file->dataset != by_age[i - 1]->file->dataset) continue;
        by_age[i]->age = by_age[i - 1]->age + (is_older(by_age[i - 1], by_age[i]) ? 1 : 0);
        if (by_age[i]->age > 0) newest_[by_age[i]->file->dataset];
    }
}

base::DayRange Join::days_covered(const Part& part) {
    if (part.events.empty()) return part.events;
    if (part.file->dataset == yearly) return to_whole_years(part.events);
    if (part.file->dataset == provisional)
        if (const auto months = candidate_months(part.file->version)) return *months;
    return part.events;
}

void Join::find_followers(Part& part) {
    if (!is_known_source(part.file->dataset) || part.count.rows == 0) return;
    for (const Part& other : parts_) {
        const bool is_newer = other.file->dataset == part.file->dataset && other.age > part.age;
        if (is_newer) part.newer.push_back(&other);
        // Tables without a version may be parts of one release.
        if (is_newer && compare_versions(other.file->version, part.file->version) != 0)
            part.later.push_back(&other);
        if (part.file->dataset == provisional && (is_newer || other.file->dataset == yearly))
            part.settling.push_back(&other);
    }
}

void Join::find_newest() {
    if (newest_.empty()) return;
    for (std::size_t table = 0; table < tables_.size(); ++table) {
        const TextColumn& ids = tables_[table].text(Text::id);
        for (std::size_t row = 0; row < ids.size(); ++row) {
            const Part& part = part_of(table, row);
            const auto dataset = newest_.find(part.file->dataset);
            if (dataset == newest_.end() || ids.at(row).empty()) continue;
            std::uint32_t& newest = dataset->second[ids.at(row)];
            newest = std::max(newest, part.age);
        }
    }
}

EventTable Join::kept_of(std::size_t table) {
    std::vector<std::uint32_t> rows;
    rows.reserve(tables_[table].size());
    for (std::size_t row = 0; row < tables_[table].size(); ++row) {
        Part& part = part_of(table, row);
        if (!is_kept(part, row)) continue;
        ++part.count.kept;
        rows.push_back(static_cast<std::uint32_t>(row));
    }
    if (rows.size() == tables_[table].size() && tables_.size() == 1) return std::move(tables_[table]);
    return tables_[table].select(rows);
}

// Whether the newer part is no newer release but the same once more: another copy, or the file given twice.
bool Join::is_of_same_release(const Part& part, std::uint32_t newer_age) {
    return std::any_of(part.newer.begin(), part.newer.end(), [&](const Part* other) {
        if (other->age != newer_age) return false;
        const bool has_version = !part.file->version.empty() && !other->file->version.empty();
        return part.file->name == other->file->name ||
               (has_version && compare_versions(part.file->version, other->file->version) == 0);
    });
}

bool Join::is_kept(Part& part, std::size_t row) {
    if (!is_known_source(part.file->dataset)) return true;
    const EventTable& table = tables_[part.table];
    const base::Day day = table.first_day()[row];
    const std::uint32_t country = countries_.of(part.table, table.text(Text::country).code(row));
    const std::string_view id = table.text(Text::id).at(row);
    if (const auto dataset = newest_.find(part.file->dataset); dataset != newest_.end() && !id.empty())
        if (const std::uint32_t newest = dataset->second.at(id); newest > part.age) {
            ++(is_of_same_release(part, newest) ? part.count.copies : part.count.replaced_by_id);
            return false;
        }
    const auto covers = [&](const Part* other) { return other->covers(day, country); };
    if (std::any_of(part.settling.begin(), part.settling.end(), covers)) {
        ++part.count.replaced_by_release;
        return false;
    }
    const auto covers_day = [&](const Part* other) { return other->covered.contains(day); };
    const auto is_any = [&](const auto& does) { return std::any_of(part.later.begin(), part.later.end(), does); };
    if (is_any(covers)) ++part.count.missing_from_newer;
    if (!part.later.empty() && part.file->dataset != provisional && !is_any(covers_day)) ++part.count.beyond_newer;
    return true;
}

}  // namespace

JoinedReleases join_releases(std::vector<EventTable> tables) {
    return Join(std::move(tables)).result();
}

}  // namespace harmattan::events
