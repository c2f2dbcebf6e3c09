// One value that is wrong, in a row beside a good one.
#include "hostile_input.h"

namespace harmattan::test {

namespace {

struct Value {
    const char* text;
    const char* expected;
};

// A value for one column of a row that is good otherwise.
void add(HostileInputs& inputs, const std::string& column, const std::string& before, const std::string& after,
         const std::vector<Value>& values) {
    for (const Value& value : values)
        inputs.push_back({"value " + column + " " + value.text, row(before + value.text + after), value.expected});
}

}  // namespace

HostileInputs hostile_values() {
    HostileInputs all;
    add(all, "latitude", "2,2012-01-18,,", ",2.4,3,,,1,1,1,Mali",
        {{"91", "line 3: latitude 91 is not between -90 and 90"},
         {"-90.0001", "latitude -90.0001 is not between -90 and 90"},
         {"1e308", "is not between -90 and 90"},
         {"1e999", "latitude \"1e999\""},
         {"NaN", "latitude \"NaN\""},
         {"nan(7)", "latitude \"nan(7)\""},
         {"Infinity", "latitude \"Infinity\""},
         {"-inf", "latitude \"-inf\""},
         {"0x1F", "latitude \"0x1F\""},
         {"1e", "latitude \"1e\""},
         {"+-4", "latitude \"+-4\""},
         {"--4", "latitude \"--4\""},
         {"15.9.1", "latitude \"15.9.1\""},
         {"1_5", "latitude \"1_5\""},
         {"fifteen", "latitude \"fifteen\""},
         {"15;9", "latitude \"15;9\""},
         {"", "latitude is empty; an event needs both coordinates"},
         {"   ", "latitude is empty; an event needs both coordinates"},
         {"=1+1", "latitude \"=1+1\""},
         {"-0", "kept 2 of 2"},
         {"90", "kept 2 of 2"},
         {"\x1b[31m15", "latitude \"\\x1b[31m15\""},
         {"\xff\xfe", "is in no form of degrees that is known"},
         {"\xe2\x80\xae"
          "15",
          "latitude \"\\u202e15\" is in no form of degrees that is known"},
         {"\xc2\x9b"
          "15",
          "\\x9b"}});
    add(all, "longitude", "2,2012-01-18,,15.9,", ",3,,,1,1,1,Mali",
        {{"181", "line 3: longitude 181 is not between -180 and 180"},
         {"-180.5", "longitude -180.5 is not between -180 and 180"},
         {"1e308", "is not between -180 and 180"},
         {"-1e308", "is not between -180 and 180"},
         {"NaN", "longitude \"NaN\""},
         {"-Infinity", "longitude \"-Infinity\""},
         {"0x2p3", "longitude \"0x2p3\""},
         {"", "longitude is empty; an event needs both coordinates"},
         {"east", "longitude \"east\""},
         {"180", "kept 2 of 2"},
         {"-0.0", "kept 2 of 2"}});
    all.push_back({"value both coordinates 0", row("2,2012-01-18,,0,0,3,,,1,1,1,Mali"),
                   "latitude and longitude are both 0, a place in the Gulf of Guinea"});
    all.push_back({"value coordinates -0 and 0", row("2,2012-01-18,,-0,0.0,3,,,1,1,1,Mali"),
                   "latitude and longitude are both 0, a place in the Gulf of Guinea"});
    add(all, "date_start", "2,", ",,15.9,2.4,3,,,1,1,1,Mali",
        {{"2012-02-30", "line 3: date_start: 2012-02-30 is not a date of the calendar"},
         {"2013-02-29", "date_start: 2013-02-29 is not a date of the calendar"},
         {"1900-02-29", "date_start: 1900-02-29 is not a date of the calendar"},
         {"2012-04-31", "date_start: 2012-04-31 is not a date of the calendar"},
         {"2012-13-01", "date_start"},
         {"2012-00-10", "date_start"},
         {"2012-01-00", "date_start"},
         {"0000-00-00", "0000-00-00 is not a date of the calendar"},
         {"0000-01-01", "0000-01-01 is not a date of the calendar"},
         {"99999-01-01", "date_start \"99999-01-01\""},
         {"-0044-03-15", "date_start \"-0044-03-15\""},
         {"2012-01-18 25:61", "has a time of day that does not exist"},
         {"2012-01-18T24:00:01", "has a time of day that does not exist"},
         {"2012-01-18T12:60", "has a time of day that does not exist"},
         {"2012-01-18T99:99:99Z", "has a time of day that does not exist"},
         {"1899-12-31", "lies before 1900"},
         {"", "date_start is empty; every event needs a date"},
         {"yesterday", "date_start \"yesterday\" is in no form of a date that is known"},
         {"NaN", "date_start \"NaN\""},
         {"1e308", "date_start \"1e308\""},
         {"0x7dc", "date_start \"0x7dc\""},
         {"-41000", "date_start \"-41000\""},
         {"40926", "date_start \"40926\" is a number such as spreadsheets keep for a date"},
         {"2958466", "date_start \"2958466\""},
         {"99999999999999999999", "date_start \"99999999999999999999\""},
         {"2012-01-18\x1b]0;x\x07", "date_start \"2012-01-18\\x1b]0;x\\x07\""},
         {"2012\xe2\x80\x93"
          "01\xe2\x80\x93"
          "18x",
          "date_start"},
         {"unknown", "date_start \"unknown\" is in no form of a date that is known"}});
    add(all, "date_end", "2,2012-01-18,", ",15.9,2.4,3,,,1,1,1,Mali",
        {{"2012-01-17", "date_end 2012-01-17 lies before the first day 2012-01-18"},
         {"2012-02-30", "date_end: 2012-02-30 is not a date of the calendar"},
         {"never", "date_end \"never\""}});
    add(all, "best", "2,2012-01-18,,15.9,2.4,", ",,,1,1,1,Mali",
        {{"-1", "best \"-1\""},
         {"1.5", "best \"1.5\""},
         {"1e30", "best \"1e30\""},
         {"1e308", "best \"1e308\""},
         {"4294967295", "best \"4294967295\""},
         {"4294967296", "best \"4294967296\""},
         {"99999999999999999999", "best \"99999999999999999999\""},
         {"NaN", "kept 2 of 2"},  // how pandas and R write that there is no value: the number is unknown
         {"Infinity", "best \"Infinity\""},
         {"0x10", "best \"0x10\""},
         {"many", "best \"many\""},
         {"10+", "best \"10+\""},
         {"-0", "kept 2 of 2"},
         {"-99", "best \"-99\""},
         {"", "kept 2 of 2"}});
    add(all, "low and high", "2,2012-01-18,,15.9,2.4,3,", ",1,1,1,Mali",
        {{"5,9", "the estimates are not in order: low 5, best 3, high 9"},
         {"1,2", "the estimates are not in order: low 1, best 3, high 2"},
         {"9,1", "the estimates are not in order: low 9, best 3, high 1"},
         {"-1,4", "low \"-1\""},
         {"1e30,4", "low \"1e30\""},
         {"1,2.5", "high \"2.5\""},
         {"1,NaN", "kept 2 of 2"},  // as above
         {"0x1,4", "low \"0x1\""}});
    add(all, "where_prec", "2,2012-01-18,,15.9,2.4,3,,,1,", ",1,Mali",
        {{"0", "where_prec \"0\""},
         {"8", "where_prec \"8\""},
         {"x", "where_prec \"x\""},
         {"-1", "where_prec \"-1\""},
         {"1e308", "where_prec \"1e308\""},
         {"NaN", "where_prec \"NaN\""},
         {"0x1", "where_prec \"0x1\""},
         {"1.5", "where_prec \"1.5\""}});
    add(all, "date_prec", "2,2012-01-18,,15.9,2.4,3,,,1,1,", ",Mali",
        {{"0", "date_prec \"0\""},
         {"6", "date_prec \"6\""},
         {"x", "date_prec \"x\""},
         {"Infinity", "date_prec \"Infinity\""},
         {"99999999999999999999", "date_prec \"99999999999999999999\""}});
    add(all, "type_of_violence", "2,2012-01-18,,15.9,2.4,3,,,", ",1,1,Mali",
        {{"4", "type_of_violence \"4\" is none of"},
         {"-1", "type_of_violence \"-1\" is none of"},
         {"NaN", "type_of_violence \"NaN\" is none of"},
         {"\x1b[2J", "type_of_violence \"\\x1b[2J\" is none of"},
         {"1e0", "type_of_violence \"1e0\" is none of"}});
    all.push_back(
        {"value id empty", row(",2012-01-18,,15.9,2.4,3,,,1,1,1,Mali"), "id is empty; every event needs an id"});
    all.push_back({"value id twice", row("1,2012-01-18,,15.9,2.4,3,,,1,1,1,Mali"),
                   "line 3: id \"1\" stood on line 2 already"});
    all.push_back({"value id twice with an escape",
                   row("\x1b[1m,2012-01-18,,15.9,2.4,3,,,1,1,1,Mali\n\x1b[1m,2012-01-18,,15.9,2.4,3,,,1,1,1,Mali"),
                   "line 4: id \"\\x1b[1m\" stood on line 3 already"});
    const std::string places = "id,date_start,latitude,longitude,best\n";
    all.push_back({"dates undecidable", events_in(places + "1,01/02/2012,15.9,2.4,1\n2,03/04/2012,15.9,2.4,1\n"),
                   "\"01/02/2012\" may be day-month-year or month-day-year, and no row tells which"});
    all.push_back({"dates contradictory", events_in(places + "1,13/02/2012,15.9,2.4,1\n2,02/13/2012,15.9,2.4,1\n"),
                   "cannot both be read with one order of day, month and year"});
    all.push_back(
        {"coordinates swapped",
         events_in(places + "1,2012-01-18,124.5,11.5,1\n2,2012-01-18,125.5,12.5,1\n3,2012-01-18,126,7,1\n"),
         "124.5 is not between -90 and 90"});
    all.push_back({"numbers undecidable",
                   events_in("id;date_start;latitude;longitude;best\n1;2012-01-18;15.9;2.4;1,234\n"),
                   "kept 1 of 1"});
    return all;
}

}  // namespace harmattan::test
