#include "events/filter_parser.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/core.h>

#include "base/nearest_word.h"
#include "events/filter.h"
#include "events/filter_place.h"
#include "events/filter_values.h"

namespace harmattan::events {
namespace {

using Kind = FilterToken::Kind;

constexpr std::array<std::string_view, 8> words_of_the_language{"and",     "or", "not",   "in",
                                                                "between", "is", "known", "unknown"};
constexpr double greatest_radius_km = 20'040;  // half a great circle

bool is_word_of_the_language(const FilterToken& token) {
    return std::any_of(words_of_the_language.begin(), words_of_the_language.end(),
                       [&](std::string_view word) { return token.is_word(word); });
}

const std::vector<std::string>& function_names() {
    static const std::vector<std::string> names{"within", "near", "lineage", "family"};
    return names;
}

// As messages list them.
std::string operators_of(FilterField field) {
    switch (traits_of(field).kind) {
        case FieldKind::text:
            return "= != ~ !~ in, not in, is known, is unknown";
        case FieldKind::type:
            return "= != in, not in, is known, is unknown";
        default:
            return "= != < <= > >= in, not in, between, not between, is known, is unknown";
    }
}

std::string joined(std::span<const std::string> names) {
    std::string list;
    for (const std::string& name : names) list += (list.empty() ? "" : ", ") + name;
    return list;
}

// By recursive descent. One function a rule of the grammar in docs/filters.md.
class Parser {
  public:
    explicit Parser(std::string_view expression) : expression_(expression), tokens_(filter_tokens(expression)) {}

    FilterNode whole() {
        if (here().kind == Kind::end) fail_in_filter("filter.empty", expression_, 0);
        FilterNode node = any_of();
        if (here().kind != Kind::end) fail("filter.after_condition");
        return node;
    }

  private:
    const FilterToken& here() const { return tokens_[at_]; }
    const FilterToken& following() const { return tokens_[std::min(at_ + 1, tokens_.size() - 1)]; }
    // The present token; goes on to the next one. The end stays the present one.
    const FilterToken& take() { return tokens_[at_ + 1 < tokens_.size() ? at_++ : at_]; }
    bool take_word(std::string_view word) {
        const bool is_there = here().is_word(word);
        if (is_there) take();
        return is_there;
    }
    [[noreturn]] void fail(std::string key, base::NamedValues values = {}) const {
        fail_at(here(), expression_, std::move(key), std::move(values));
    }
    void expect(std::string_view symbol) {
        if (!here().is_symbol(symbol)) fail("filter.expected_symbol", {{"symbol", std::string(symbol)}});
        take();
    }

    FilterNode any_of() {
        return joined_by("or", &Parser::all_of, [](auto parts) { return AnyOf{std::move(parts)}; });
    }
    FilterNode all_of() {
        return joined_by("and", &Parser::one, [](auto parts) { return AllOf{std::move(parts)}; });
    }

    template <typename Make>
    FilterNode joined_by(std::string_view word, FilterNode (Parser::*part)(), Make make) {
        const std::size_t place = here().begin;
        FilterNode first = (this->*part)();
        if (!here().is_word(word)) return first;
        std::vector<FilterNode> parts;
        parts.push_back(std::move(first));
        while (take_word(word)) parts.push_back((this->*part)());
        return {make(std::move(parts)), place};
    }

    FilterNode one() {
        if (!here().is_word("not") && !here().is_symbol("(")) return condition();
        if (++depth_ > deepest_filter)
            fail_in_filter("filter.too_deep", expression_, here().begin,
                           {{"most", fmt::format("{}", deepest_filter)}});
        FilterNode node = here().is_symbol("(") ? in_brackets() : negated();
        --depth_;
        return node;
    }

    FilterNode negated() {
        const std::size_t place = take().begin;
        std::vector<FilterNode> part;
        part.push_back(one());
        return {Not{std::move(part)}, place};
    }

    FilterNode in_brackets() {
        take();
        FilterNode node = any_of();
        if (!here().is_symbol(")")) fail("filter.unclosed_bracket");
        take();
        return node;
    }

    FilterNode condition() {
        const std::size_t place = here().begin;
        if (here().kind != Kind::word || is_word_of_the_language(here())) fail("filter.expected_field");
        if (following().is_symbol("(")) return {function(), place};
        const auto field = filter_field(here().text);
        if (!field) fail_with_nearest("filter.unknown_field", filter_field_names());
        take();
        return {comparison(*field), place};
    }

    [[noreturn]] void fail_with_nearest(const std::string& key, std::span<const std::string> names) const {
        constexpr std::size_t longest_name = 40;  // of what may be a slip
        const std::string nearest =
            here().text.size() <= longest_name ? base::nearest_word(here().text, names) : std::string();
        if (nearest.empty()) fail(key, {{"names", joined(names)}});
        fail(key + "_like", {{"nearest", nearest}});
    }

    decltype(FilterNode::what) comparison(FilterField field) {
        if (here().is_word("is")) return known(field);
        const bool is_contrary = here().is_word("not");
        const FilterToken& word = is_contrary ? following() : here();
        if (word.is_word("in") || word.is_word("between")) {
            check_operator(field, word, word.is_word("between") ? "between" : "in");
            if (is_contrary) take();
            return take().is_word("in") ? in_list(field, is_contrary) : between(field, is_contrary);
        }
        if (here().kind != Kind::symbol || here().is_symbol("(") || here().is_symbol(")") || here().is_symbol(","))
            fail("filter.expected_operator", about(field));
        check_operator(field, here(), here().source);
        return by_symbol(field, take().source);
    }

    static base::NamedValues about(FilterField field) {
        return {{"field", std::string(traits_of(field).name)}, {"allowed", operators_of(field)}};
    }

    void check_operator(FilterField field, const FilterToken& token, std::string_view used) const {
        const FieldKind kind = traits_of(field).kind;
        const bool is_ordering = used == "between" || used.front() == '<' || used.front() == '>';
        const bool is_matching = used == "~" || used == "!~";
        const bool is_numeric = kind == FieldKind::number || kind == FieldKind::day;
        if ((!is_ordering || is_numeric) && (!is_matching || kind == FieldKind::text)) return;
        fail_at(token, expression_, "filter.operator_not_for_field", about(field));
    }

    decltype(FilterNode::what) by_symbol(FilterField field, std::string_view symbol) {
        const bool is_contrary = symbol.front() == '!';
        if (traits_of(field).kind != FieldKind::text)
            return NumberCondition{field, {{range_of(symbol, take_number(field))}, is_contrary}};
        const std::string text = take_text(field);
        return TextCondition{field, symbol.back() == '~' ? TextTest::holds(text, is_contrary)
                                                         : TextTest::is_one_of({text}, is_contrary)};
    }

    double take_number(FilterField field) { return number_value(take(), field, expression_); }
    std::string take_text(FilterField field) { return text_value(take(), field, expression_); }

    decltype(FilterNode::what) in_list(FilterField field, bool is_contrary) {
        std::vector<std::string> texts;
        std::vector<NumberRange> numbers;
        expect("(");
        do {
            if (traits_of(field).kind == FieldKind::text)
                texts.push_back(take_text(field));
            else
                numbers.push_back(range_of("=", take_number(field)));
        } while (take_comma());
        expect(")");
        if (!texts.empty()) return TextCondition{field, TextTest::is_one_of(texts, is_contrary)};
        return NumberCondition{field, {std::move(numbers), is_contrary}};
    }

    bool take_comma() {
        const bool is_there = here().is_symbol(",");
        if (is_there) take();
        return is_there;
    }

    decltype(FilterNode::what) between(FilterField field, bool is_contrary) {
        const FilterToken& first = here();
        const double low = take_number(field);
        if (!take_word("and")) fail("filter.expected_and");
        const FilterToken& second = here();
        const double high = take_number(field);
        if (low > high)
            fail_at(first, expression_, "filter.between_order",
                    {{"low", std::string(first.source)}, {"high", std::string(second.source)}});
        return NumberCondition{field, {{{low, high}}, is_contrary}};
    }

    decltype(FilterNode::what) known(FilterField field) {
        take();
        const bool is_contrary = take_word("not");
        if (take_word("known")) return KnownCondition{field, !is_contrary};
        if (take_word("unknown")) return KnownCondition{field, is_contrary};
        if (field != FilterField::actor) fail("filter.expected_known", about(field));
        if (here().kind != Kind::text) fail("filter.expected_known_or_actor");
        const std::size_t place = here().begin;
        ActorQuestion question{take_text(field), ActorQuestion::Reach::actor};
        if (!is_contrary) return question;
        std::vector<FilterNode> part;
        part.push_back({std::move(question), place});
        return Not{std::move(part)};
    }

    decltype(FilterNode::what) function() {
        const FilterToken& name = here();
        if (std::find(function_names().begin(), function_names().end(), name.text) == function_names().end())
            fail_with_nearest("filter.unknown_function", function_names());
        take();
        take();  // the bracket
        decltype(FilterNode::what) node = name.is_word("within") ? decltype(node)(within())
                                          : name.is_word("near") ? decltype(node)(near())
                                                                 : decltype(node)(actor_question(name));
        expect(")");
        return node;
    }

    ActorQuestion actor_question(const FilterToken& name) {
        const bool is_lineage = name.is_word("lineage");
        return {take_text(FilterField::actor),
                is_lineage ? ActorQuestion::Reach::lineage : ActorQuestion::Reach::family};
    }

    WithinCondition within() {
        if (take_word("extent")) return {};
        if (here().kind != Kind::number) fail("filter.expected_extent");
        const FilterToken& first = here();
        geo::Extent extent;
        extent.west_deg = degrees(FilterField::longitude);
        expect(",");
        extent.south_deg = degrees(FilterField::latitude);
        expect(",");
        extent.east_deg = degrees(FilterField::longitude);
        expect(",");
        extent.north_deg = degrees(FilterField::latitude);
        const bool has_area = extent.south_deg < extent.north_deg && extent.west_deg != extent.east_deg;
        if (!has_area) fail_at(first, expression_, "filter.extent_order");
        return {extent};
    }

    double degrees(FilterField field) {
        const FilterToken& token = here();
        const double value = take_number(field);
        const bool is_latitude = field == FilterField::latitude;
        if (std::abs(value) > (is_latitude ? 90 : 180))
            fail_at(token, expression_, is_latitude ? "filter.bad_latitude" : "filter.bad_longitude");
        return value;
    }

    NearCondition near() {
        NearCondition near{};
        near.centre.lat_deg = degrees(FilterField::latitude);
        expect(",");
        near.centre.lon_deg = degrees(FilterField::longitude);
        expect(",");
        const FilterToken& radius = here();
        if (radius.kind != Kind::number || !following().is_word("km")) fail("filter.expected_distance");
        if (radius.number <= 0 || radius.number > greatest_radius_km)
            fail("filter.bad_distance", {{"most", fmt::format("{}", greatest_radius_km)}});
        take();
        take();
        near.radius_m = radius.number * 1000;
        return near;
    }

    std::string_view expression_;
    std::vector<FilterToken> tokens_;
    std::size_t at_ = 0;
    std::size_t depth_ = 0;
};

}  // namespace

FilterNode parsed_filter(std::string_view expression) {
    return Parser(expression).whole();
}

}  // namespace harmattan::events
