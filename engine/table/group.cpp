#include "engine/table/group.h"

namespace kijun::table {

std::vector<GroupKind> standard_group_kinds() {
  GroupKind zone;
  zone.id = "zone";
  zone.handle = "zone";
  zone.title = {"圏域", "Zone"};

  GroupKind body;
  body.id = "body";
  body.handle = "bodies";
  body.title = {"共同設置体", "Joint body"};
  body.many = true;
  body.attributes = {{"confirmed", FieldType::kBool},
                     {"prefecture_involved", FieldType::kBool},
                     {"agreement_date", FieldType::kDate},
                     {"secretariat", FieldType::kString}};

  GroupKind survey;
  survey.id = "survey";
  survey.handle = "survey";
  survey.title = {"調査", "Survey"};

  return {zone, body, survey};
}

}  // namespace kijun::table
