// gaps RULES SURVEY: who falls short of which rule, and the report as report.html.
#include <kijun/kijun.h>

#include <fstream>
#include <iostream>

namespace api = kijun::api;

int fail(const api::Failure& failure) {
  std::cerr << failure.message.ja << '\n';
  for (const api::Diagnostic& each : failure.diagnostics)
    std::cerr << each.file << ':' << each.line << ": " << each.code << ' ' << each.message.ja << '\n';
  return 2;
}

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  const auto rules = api::Rules::load(argv[1]);
  if (!rules) return fail(rules.error());
  auto survey = api::Survey::load(argv[2], *rules);
  if (!survey) return fail(survey.error());
  const auto audit = api::audit(std::move(*survey));
  if (!audit) return fail(audit.error());
  for (const api::Finding& finding : audit->findings())
    if (finding.gates)
      std::cout << finding.rule << ' ' << finding.subject_name.ja << "：" << finding.message.ja << '\n';
  std::ofstream page("report.html", std::ios::binary);
  const auto written = api::render(*audit, "html", {}, page);
  if (!written) return fail(written.error());
  return page.flush() ? static_cast<int>(audit->counts().gating > 0) : 2;
}
