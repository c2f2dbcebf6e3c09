// Filters that are no conditions.
#include "hostile_input.h"

namespace harmattan::test {

HostileInputs hostile_filters() {
    return {
        {"filter empty", filter(""), "the filter is empty"},
        {"filter of blanks", filter("   "), "the filter is empty"},
        {"filter of 100,000 brackets", filter([] { return repeated("(", 100000); }),
         "at character 101 more than 100 brackets"},
        {"filter too long", filter([] { return repeated("(", 100001); }),
         "it has 100001 bytes; at most 100000 are read"},
        {"filter of not", filter([] { return repeated("not ", 20000) + "best > 1"; }),
         "more than 100 brackets and"},
        {"filter of 8,000 conditions", filter([] { return "best > 1" + repeated(" and best>1", 8000); }), "taken"},
        {"filter open bracket", filter("(best > 1"), "stands the end of the filter, where"},
        {"filter close bracket", filter("best > 1)"), "behind a whole condition"},
        {"filter of one )", filter(")"), "at character 1 stands"},
        {"filter unknown field", filter("bset > 1"), "which is no field; did you mean best?"},
        {"filter field far from all", filter("qqqqqqqqqqqq > 1"), "which is no field; the fields are"},
        {"filter unknown function", filter("system('ls')"), "which is no function"},
        {"filter NUL", filter(std::string("best\0> 1", 8)), "at character 5 stands"},
        {"filter NUL in a text", filter(std::string("country = 'a\0", 13)),
         "the text that begins at character 11 has no end"},
        {"filter huge number", filter("best > 1e999"),
         "the number 1e999 at character 8 is too large or too small"},
        {"filter tiny number", filter("best > 1e-999"),
         "the number 1e-999 at character 8 is too large or too small"},
        {"filter number of 50,000 digits", filter([] { return "best > " + std::string(50000, '9'); }),
         "at character 8 is too large"},
        {"filter NaN", filter("best > NaN"), "where a number to compare best with should be"},
        {"filter broken UTF-8", filter("country = '\xff'"), "character 12 is not UTF-8"},
        {"filter cut UTF-8", filter("country = '\xe2\x82"), "is not UTF-8"},
        {"filter unclosed text", filter("country = 'Mali"), "the text that begins at character 11 has no end"},
        {"filter empty text", filter("country = ''"), "the text for country at character 11 is empty"},
        {"filter curly quotes", filter("country = \xe2\x80\x98Mali\xe2\x80\x99"), "at character 11 stands"},
        {"filter SQL", filter("best > 1; drop table events"), "which has no meaning here"},
        {"filter SQL comment", filter("best > 1 -- x"), "at character 10 stands"},
        {"filter operator of C", filter("best == 1"), "did you mean"},
        {"filter &&", filter("best > 1 && best < 3"), "did you mean"},
        {"filter escape", filter("\x1b[31m > 1"), "stands \\x1b, which has no meaning"},
        {"filter bidi control", filter("best \xe2\x80\xae> 1"), "stands \\u202e, which has no meaning"},
        {"filter date", filter("date > 2012-02-30"), "2012-02-30 at character 8 is not a date of the calendar"},
        {"filter between upside down", filter("best between 3 and 1"), "nothing lies between 3 and 1"},
        {"filter between without and", filter("best between 3"), "and the second end of"},
        {"filter latitude 91", filter("within(0,0,1,91)"), "is not a latitude, which goes from -90 to 90"},
        {"filter longitude 181", filter("within(0,0,181,1)"), "is not a longitude, which goes from -180 to 180"},
        {"filter distance -1", filter("near(1,2,-1 km)"), "is out of range"},
        {"filter distance without unit", filter("near(1,2,7)"), "where a distance with its unit should be"},
        {"filter near of nothing", filter("near("), "at character 6 stands the end of the filter"},
        {"filter operator last", filter("best >"), "stands the end of the filter, where a number"},
        {"filter and first", filter("and best > 1"), "at character 1 stands"},
        {"filter or last", filter("best > 1 or"), "stands the end of the filter, where a condition should begin"},
    };
}

}  // namespace harmattan::test
