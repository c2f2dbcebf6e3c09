// Schemas, stories and mappings that are no good TOML, or that reach where they should not.
#include "hostile_input.h"

namespace harmattan::test {

namespace {
const std::string version = "version = 1\n";
std::string layer_of(const std::string& file) {
    std::string all = version;
    all.append("[[layer]]\nid = \"x\"\nrole = \"countries\"\nfile = '").append(file).append("'\n");
    return all;
}
}  // namespace

HostileInputs hostile_settings() {
    HostileInputs all{
        {"story empty", story(""), "the key \"version\" is missing; add it"},
        {"story of a later version", story("version = 99\n"),
         "it has the version 99, but this program reads version 1"},
        {"story of version -1", story("version = -1\n"), "it has the version -1"},
        {"story of a huge version", story("version = 99999999999999999999\n"), "it is not valid TOML"},
        {"story of version text", story("version = \"1\"\n"), "\"version\" is of the wrong kind"},
        {"story of version nan", story("version = nan\n"), "\"version\" is of the wrong kind"},
        {"story twice a key", story("version = 1\nversion = 1\n"), "line 2, column"},
        {"story unknown key", story(version + "titel = \"x\"\n"),
         "unknown key \"titel\"; did you mean \"title\"?"},
        {"story key with an escape", story(version + "\"\\u001b[31m\" = 1\n"), "unknown key \"\\x1b[31m\""},
        {"story arrays nested 100,000 deep", story([] {
             std::string deep = version;
             return deep.append("title = ").append(repeated("[", 100000));
         }),
         "it is not valid TOML"},
        {"story tables nested 100,000 deep", story([] {
             std::string deep = version;
             return deep.append("title = ").append(repeated("{a=", 100000));
         }),
         "it is not valid TOML"},
        {"story name of 100,000 dots", story([] { return repeated("a.", 100000) + "a = 1\n"; }),
         "a name has more than"},
        {"story table of 100,000 dots", story([] {
             std::string deep = "[";
             return deep.append(repeated("a.", 100000)).append("a]\n");
         }),
         "a name has more than"},
        {"story unclosed text", story(version + "title = \"x\n"), "line 2"},
        {"story with a NUL", story(version + std::string("title = \"\0\"\n", 12)), "it is not valid TOML"},
        {"story not UTF-8", story(version + "title = \"\xff\"\n"), "it is not valid TOML"},
        {"story of noise", story("\x89PNG\r\n\x1a\n"), "it is not valid TOML"},
        {"story title a number", story(version + "title = 7\n"), "\"title\" is of the wrong kind"},
        {"story extent of 3", story(version + "extent = [1, 2, 3]\n"), "not 3"},
        {"story extent of texts", story(version + "extent = [\"a\", 2, 3, 4]\n"),
         "\"extent\" is of the wrong kind"},
        {"story extent of nan", story(version + "extent = [nan, 2, 3, 4]\n"), "\"extent\" cannot be used"},
        {"story extent of inf", story(version + "extent = [-inf, 2, inf, 4]\n"), "\"extent\" cannot be used"},
        {"story extent of 1e308", story(version + "extent = [1e308, 2, 3, 4]\n"), "\"extent\" cannot be used"},
        {"story layer upwards", story(layer_of("../x.geojson")), "../x.geojson leads out of the story's folder"},
        {"story layer upwards in the middle", story(layer_of("a/../../x.geojson")),
         "leads out of the story's folder"},
        {"story layer absolute", story(layer_of("/etc/passwd")),
         "/etc/passwd is not relative to the story's folder"},
        {"story layer of a URL", story(layer_of("http://192.0.2.1/x.geojson")),
         "is an address; only files in the story's folder"},
        {"story layer /vsicurl/", story(layer_of("/vsicurl/http://192.0.2.1/x")),
         "only files in the story's folder"},
        {"story layer of a connection", story(layer_of("PG:dbname=x")),
         "PG:dbname=x looks like the address of a database; only files in the story's folder"},
        {"story layer with a drive", story(layer_of("C:\\x.geojson")), "is not relative to the story's folder"},
        {"story layer without a file", story(layer_of("")), "the file's name is empty"},
        {"story layer of an unknown role",
         story(version + "[[layer]]\nid = \"x\"\nrole = \"king\"\nfile = \"x\"\n"), "unknown role \"king\""},
        {"story layers of 1 id", story(layer_of("a") + layer_of("b").substr(version.size())),
         "another layer has the id \"x\" already"},
        {"schema empty", schema(""), "s.toml"},
        {"schema of a later version", schema("version = 99\n"),
         "the schema has the version 99, but this program reads version"},
        {"schema huge number", schema("version = 1e999\n"), "s.toml"},
        {"schema hex overflow", schema("version = 0xffffffffffffffffff\n"), "it is not valid TOML"},
        {"schema arrays nested 100,000 deep", schema([] {
             std::string deep = "version = 1\nid = ";
             return deep.append(repeated("[", 100000));
         }),
         "it is not valid TOML"},
        {"schema name of 100,000 dots", schema([] { return repeated("a.", 100000) + "a = 1\n"; }),
         "a name has more than"},
        {"schema with a NUL", schema(std::string("version = 1\0", 12)), "it is not valid TOML"},
        {"schema not UTF-8", schema("version = 1\nid = \"\xc3\"\n"), "it is not valid TOML"},
        {"schema twice a key", schema("version = 1\nid = \"a\"\nid = \"b\"\n"), "line 3"},
        {"schema id a number", schema("version = 1\nid = 7\n"), "\"id\" is of the wrong kind"},
        {"schema unclosed table", schema("version = 1\n[columns\n"), "line 2"},
        {"mapping empty", mapping(""), "cannot read the mapping \"\""},
        {"mapping of commas", mapping(",,,"), "cannot read the mapping \",,,\""},
        {"mapping without a column", mapping("latitude="), "cannot read the mapping \"latitude=\""},
        {"mapping without a field", mapping("=Y"), "cannot read the mapping"},
        {"mapping of an unknown field", mapping("latitud=Y"), "did you mean \"latitude\"?"},
        {"mapping of a field twice", mapping("latitude=Y,latitude=Z"), "gives the field latitude twice"},
        {"mapping with an escape", mapping("\x1b[2J=Y"), "there is no field \"\\x1b[2j\""},
    };
    return all;
}

}  // namespace harmattan::test
