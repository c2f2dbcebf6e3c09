#include "events/filter.h"

#include <algorithm>

#include <fmt/core.h>

#include "base/messages.h"
#include "events/actor_matcher.h"
#include "events/filter_parser.h"
#include "events/filter_place.h"
#include "events/filter_scan.h"
#include "events/filter_scan_texts.h"

namespace harmattan::events {
namespace {

// Answers the nodes of a filter, from its conditions upwards.
class Evaluation {
  public:
    Evaluation(const std::string& text, const EventTable& table, const FilterContext& context)
        : text_(text), table_(table), context_(context) {}

    Answers answers(const FilterNode& node) const {
        return std::visit([&](const auto& what) { return of(what, node.place); }, node.what);
    }

  private:
    Answers of(const NumberCondition& condition, std::size_t /*place*/) const { return scan(table_, condition); }
    Answers of(const TextCondition& condition, std::size_t /*place*/) const { return scan(table_, condition); }
    Answers of(const KnownCondition& condition, std::size_t /*place*/) const { return scan(table_, condition); }
    Answers of(const NearCondition& condition, std::size_t /*place*/) const { return scan(table_, condition); }
    Answers of(const WithinCondition& within, std::size_t place) const {
        if (within.extent) return scan(table_, *within.extent);
        if (!context_.extent) fail_in_filter("filter.no_extent", text_, place);
        return scan(table_, *context_.extent);
    }
    Answers of(const ActorQuestion& question, std::size_t place) const {
        if (context_.actors == nullptr) fail_in_filter("filter.no_actors", text_, place);
        try {
            return context_.actors->answers(table_, question);
        } catch (const base::Error& error) {
            fail_in_filter("filter.actor", text_, place,
                           {{"reason_en", base::words(base::Language::en, error)},
                            {"reason_fr", base::words(base::Language::fr, error)}});
        }
    }
    Answers of(const AllOf& all, std::size_t /*place*/) const {
        return joined(all.parts, [](FilterAnswer a, FilterAnswer b) { return std::min(a, b); });
    }
    Answers of(const AnyOf& any, std::size_t /*place*/) const {
        return joined(any.parts, [](FilterAnswer a, FilterAnswer b) { return std::max(a, b); });
    }
    Answers of(const Not& negation, std::size_t /*place*/) const {
        Answers all = answers(negation.part.front());
        negate(all);
        return all;
    }

    template <typename Join>
    Answers joined(const std::vector<FilterNode>& parts, Join join) const {
        Answers all = answers(parts.front());
        for (std::size_t part = 1; part < parts.size(); ++part) {
            const Answers more = answers(parts[part]);
            for (std::size_t row = 0; row < all.size(); ++row) all[row] = join(all[row], more[row]);
        }
        return all;
    }

    const std::string& text_;
    const EventTable& table_;
    const FilterContext& context_;
};

}  // namespace

Filter::Filter(std::string text, std::shared_ptr<const FilterNode> root)
    : text_(std::move(text)), root_(std::move(root)) {}

Filter Filter::parse(std::string_view text) {
    if (text.size() > longest_filter_bytes)
        fail_in_filter(
            "filter.too_long", text.substr(0, longest_filter_bytes), longest_filter_bytes,
            {{"size", fmt::format("{}", text.size())}, {"most", fmt::format("{}", longest_filter_bytes)}});
    return {std::string(text), std::make_shared<const FilterNode>(parsed_filter(text))};
}

std::vector<FilterAnswer> Filter::answers(const EventTable& table, const FilterContext& context) const {
    return Evaluation(text_, table, context).answers(*root_);
}

std::vector<std::uint8_t> Filter::mask(const EventTable& table, const FilterContext& context) const {
    const Answers all = answers(table, context);
    std::vector<std::uint8_t> mask(all.size());
    for (std::size_t row = 0; row < all.size(); ++row) mask[row] = all[row] == FilterAnswer::yes ? 1 : 0;
    return mask;
}

std::vector<std::uint32_t> Filter::rows(const EventTable& table, const FilterContext& context) const {
    return rows_of(mask(table, context));
}

std::vector<std::uint32_t> rows_of(std::span<const std::uint8_t> mask) {
    std::vector<std::uint32_t> rows(mask.size());
    std::size_t count = 0;
    for (std::size_t row = 0; row < mask.size(); ++row) {
        rows[count] = static_cast<std::uint32_t>(row);
        count += mask[row] != 0 ? 1 : 0;
    }
    rows.resize(count);
    rows.shrink_to_fit();
    return rows;
}

}  // namespace harmattan::events
