#include "events/normalised_name.h"

#include "support/catch.h"

using harmattan::events::normalised_name;
using harmattan::events::parts_of_joint_name;
using Parts = std::vector<std::string_view>;

// Expected: the letters of U+00C0 to U+017F that Unicode decomposes, by Python 3.11:
// unicodedata.normalize("NFKD", c) without combining marks, in small letters.
TEST_CASE("accents go from Latin letters") {
    CHECK(normalised_name("ÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖÙÚÛÜÝàáâãäåçèéêëìíîïñòóôõöùúûüýÿĀāĂăĄąĆ"
                          "ćĈĉĊċČčĎďĒēĔĕĖėĘęĚěĜĝĞğĠġĢģĤĥĨĩĪīĬĭĮįİĲĳĴĵĶķĹĺĻļĽľŃńŅņŇňŌōŎŏ"
                          "ŐőŔŕŖŗŘřŚśŜŝŞşŠšŢţŤťŨũŪūŬŭŮůŰűŲųŴŵŶŷŸŹźŻżŽžſ") ==
          "aaaaaaceeeeiiiinooooouuuuyaaaaaaceeeeiiiinooooouuuuyyaaaaaac"
          "cccccccddeeeeeeeeeegggggggghhiiiiiiiiiijijjjkkllllllnnnnnnoo"
          "oooorrrrrrssssssssttttuuuuuuuuuuuuwwyyyzzzzzzs");
    CHECK(normalised_name("ÆØÞßœŁĐ") == "aeothssoeld");
    CHECK(normalised_name("e\u0301tat") == "etat");  // a letter and a combining accent
}

TEST_CASE("case, blanks, quotation marks, apostrophes and hyphens make no difference") {
    const std::string name = normalised_name("Jama'atu Ahlis Sunna Lidda'awati wal-Jihad");
    CHECK(name == "jamaatu ahlis sunna liddaawati wal jihad");
    for (const char* other :
         {"JAMA’ATU AHLIS SUNNA LIDDA’AWATI WAL JIHAD", "  Jama`atu\tAhlis-Sunna  Liddaʿawati wal–Jihad ",
          "«\u00a0Jama‘atu Ahlis Sunna Lidda'awati wal\u2011jihad\u00a0»"})
        CHECK(normalised_name(other) == name);
}

TEST_CASE("years in brackets go, other brackets stay as blanks") {
    CHECK(normalised_name("Military Forces of Mali (2013-2020)") == "military forces of mali");
    CHECK(normalised_name("Police Forces of Mali (2021-) Gendarmerie") == "police forces of mali gendarmerie");
    CHECK(normalised_name("Dozos (Mali)") == "dozos mali");
    CHECK(normalised_name("Unit (123-4567)") == "unit 123 4567");
    CHECK(normalised_name("Unit (2013-20)") == "unit 2013 20");
    CHECK(normalised_name("(2013-") == "2013");
}

TEST_CASE("other scripts stay, what is no text becomes a blank") {
    CHECK(normalised_name("تنظيم القاعدة") == "تنظيم القاعدة");
    CHECK(normalised_name("a\xff\xfe\x80z") == "a z");
    CHECK(normalised_name("a\xe2\x80") == "a");
    CHECK(normalised_name("").empty());
    CHECK(normalised_name("\"-, '*").empty());
}

TEST_CASE("a side that names several actors has parts") {
    CHECK(parts_of_joint_name("JNIM") == Parts{"JNIM"});
    CHECK(parts_of_joint_name("CM-FPR, GATIA, MAA") == Parts{"CM-FPR", "GATIA", "MAA"});
    CHECK(parts_of_joint_name("Koulango , Lobi, Malinké") == Parts{"Koulango", "Lobi", "Malinké"});
    CHECK(parts_of_joint_name("MSA and JNIM") == Parts{"MSA", "JNIM"});
    CHECK(parts_of_joint_name("MSA ET JNIM ou IS") == Parts{"MSA", "JNIM", "IS"});
    // The strongest joint alone cuts: its parts may be names with "and".
    CHECK(parts_of_joint_name("A, B; C and D") == Parts{"A, B", "C and D"});
    CHECK(parts_of_joint_name("Islam and Muslims and/or IS") == Parts{"Islam and Muslims", "IS"});
    CHECK(parts_of_joint_name(",JNIM,,") == Parts{"JNIM"});
    CHECK(parts_of_joint_name(",,").empty());
}

TEST_CASE("a text too long for a list of names is not cut") {
    const std::string long_text(harmattan::events::most_joint_bytes, ',');
    CHECK(parts_of_joint_name(long_text).empty());
    CHECK(parts_of_joint_name(long_text + ",").size() == 1);
}
