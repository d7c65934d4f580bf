#include "engine/analysis/json_value.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "engine/cel/source_text.h"

namespace kijun::analysis {
namespace {

std::string typed(const std::string& json) {
  const auto value = read_typed_value(nlohmann::json::parse(json));
  return value ? cel::source_text(*value) : value.error().message;
}

std::string any(const std::string& json) {
  const auto value = read_json_value(nlohmann::json::parse(json));
  return value ? cel::source_text(*value) : value.error().message;
}

struct NamedJson {
  const char* name;
  const char* json;
  const char* value;
};
std::string name_of(const testing::TestParamInfo<NamedJson>& info) { return info.param.name; }

class TypedJsonValueTest : public testing::TestWithParam<NamedJson> {};
TEST_P(TypedJsonValueTest, ReadsEveryFormOrSaysWhatIsWrong) { EXPECT_EQ(typed(GetParam().json), GetParam().value); }
INSTANTIATE_TEST_SUITE_P(
    Forms, TypedJsonValueTest,
    testing::Values(
        NamedJson{"Null", R"({"null": true})", "null"}, NamedJson{"Bool", R"({"bool": false})", "false"},
        NamedJson{"LeastInt", R"({"int": "-9223372036854775808"})", "-9223372036854775808"},
        NamedJson{"LargestUint", R"({"uint": "18446744073709551615"})", "18446744073709551615u"},
        NamedJson{"NegativeZero", R"({"double": "-0"})", "-0.0"},
        NamedJson{"NotANumber", R"({"double": "NaN"})", "double(\"NaN\")"},
        NamedJson{"NegativeInfinity", R"({"double": "-Infinity"})", "double(\"-Infinity\")"},
        NamedJson{"String", R"({"string": "a\nб"})", "\"a\\nб\""},
        NamedJson{"Bytes", R"({"bytes": "/wBh"})", "b\"\\xff\\x00a\""},
        NamedJson{"BytesWithOneMore", R"({"bytes": "YQ=="})", "b\"a\""},
        NamedJson{"List", R"({"list": [{"int": "1"}, {"null": true}]})", "[1, null]"},
        NamedJson{"Map", R"({"map": [[{"uint": "1"}, {"string": "a"}]]})", "{1u: \"a\"}"},
        NamedJson{"Timestamp", R"({"timestamp": "2009-02-13T23:31:30Z"})", "timestamp(\"2009-02-13T23:31:30Z\")"},
        NamedJson{"Duration", R"({"duration": "90.5s"})", "duration(\"90.5s\")"},
        NamedJson{"Date", R"({"date": "2019-03-31"})", "date(\"2019-03-31\")"},
        NamedJson{"Decimal", R"({"decimal": "0.10"})", "decimal(\"0.1\")"},
        NamedJson{"LongDecimal", R"({"decimal": "12345678901234567890123456789012345"})",
                  "`\"12345678901234567890123456789012345\"` is no value of type decimal"},
        NamedJson{"Type", R"({"type": "google.protobuf.Timestamp"})", "google.protobuf.Timestamp"},
        NamedJson{"IntTooLarge", R"({"int": "9223372036854775808"})",
                  "`\"9223372036854775808\"` is no value of type int"},
        NamedJson{"NegativeUint", R"({"uint": "-1"})", "`\"-1\"` is no value of type uint"},
        NamedJson{"IntWithRest", R"({"int": "12a"})", "`\"12a\"` is no value of type int"},
        NamedJson{"IntAsNumber", R"({"int": 12})", "`12` is no value of type int"},
        NamedJson{"BadBase64", R"({"bytes": "!"})", "`\"!\"` is no value of type bytes"},
        NamedJson{"NoSuchDay", R"({"date": "2019-02-29"})", "`\"2019-02-29\"` is no value of type date"},
        NamedJson{"PairOfThree", R"({"map": [[1, 2, 3]]})", "`[[1,2,3]]` is no value of type map"},
        NamedJson{"PlainElement", R"({"list": [1]})", "`1` is no typed value"},
        NamedJson{"TwoMembers", R"({"int": "1", "uint": "1"})", "`{\"int\":\"1\",\"uint\":\"1\"}` is no typed value"}),
    name_of);

class JsonValueTest : public testing::TestWithParam<NamedJson> {};
TEST_P(JsonValueTest, ReadsPlainJson) { EXPECT_EQ(any(GetParam().json), GetParam().value); }
INSTANTIATE_TEST_SUITE_P(Values, JsonValueTest,
                         testing::Values(NamedJson{"Null", "null", "null"}, NamedJson{"Int", "-5", "-5"},
                                         NamedJson{"Double", "5.0", "5.0"}, NamedJson{"Exponent", "1e3", "1000.0"},
                                         NamedJson{"WideAsUint", "9223372036854775808", "9223372036854775808u"},
                                         NamedJson{"LargestInt", "9223372036854775807", "9223372036854775807"},
                                         NamedJson{"WiderThanUint", "18446744073709551616", "18446744073709551616.0"},
                                         NamedJson{"MixedList", R"([1, "a", {"uint": "7"}, []])", "[1, \"a\", 7u, []]"},
                                         NamedJson{"Object", R"({"a": 1, "b": {"int": "2"}})", "{\"a\": 1, \"b\": 2}"},
                                         NamedJson{"UnknownKindIsAMap", R"({"integer": "2"})", "{\"integer\": \"2\"}"},
                                         NamedJson{"WrongTypedValue", R"([{"int": "x"}])",
                                                   "`\"x\"` is no value of type int"}),
                         name_of);

}  // namespace
}  // namespace kijun::analysis
