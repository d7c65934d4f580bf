#include <gtest/gtest.h>

#include "tests/oracle/properties.h"
#include "tests/oracle/property_check.h"

// What is remembered of groups against evaluating everything for each subject: values, causes, deciding cells.

namespace kijun::oracle {
namespace {

TEST(OracleTest, WhatGroupsShareIsWhatEverySubjectGivesAlone) { check_property(sharing_property()); }

}  // namespace
}  // namespace kijun::oracle
