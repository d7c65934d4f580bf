#include "engine/cli/baseline_file.h"

#include <fmt/format.h>

#include "engine/audit/run.h"
#include "engine/cli/version.h"

namespace kijun::cli {

std::optional<audit::Baseline> read_baseline_file(const std::string& path, const std::string& series,
                                                  Session& session) {
  const Result<std::string> text = session.files.read(path);
  Result<audit::Baseline> baseline = text ? audit::read_baseline(*text) : tl::unexpected(text.error());
  if (!baseline) {
    (void)session.usage_error({fmt::format("基準`{}`を読めません：{}", path, baseline.error().in(Language::kJapanese)),
                               fmt::format("cannot read the baseline `{}`: {}", path, baseline.error().message)},
                              {"`kijun baseline write`で作ります", "make it with `kijun baseline write`"});
    return std::nullopt;
  }
  if (baseline->series != series) {
    (void)session.usage_error(
        {fmt::format("基準`{}`は系列`{}`のもので、この調査の系列は`{}`です", path, baseline->series, series),
         fmt::format("the baseline `{}` is of series `{}`, this survey of `{}`", path, baseline->series, series)},
        {"同じ系列の調査から作った基準を指定してください", "name a baseline made from a survey of the same series"});
    return std::nullopt;
  }
  return std::move(*baseline);
}

std::optional<audit::Baseline> take_baseline(const InputPaths& paths, std::optional<Date> as_of, Session& session) {
  std::optional<LoadedAudit> loaded = load_audit(paths, as_of, session);
  if (!loaded) return std::nullopt;
  audit::AuditOptions options;
  options.as_of = loaded->as_of;
  options.tool_version = kVersion;
  const auto model =
      audit::run_audit(std::move(loaded->plan), std::move(loaded->series), *loaded->pack, options, session.sink);
  if (session.print_diagnostics() || model == nullptr) return std::nullopt;
  return audit::make_baseline(*model);
}

bool write_baseline_file(const std::string& path, const audit::Baseline& baseline, Session& session) {
  return session.write_file(path, audit::write_baseline(baseline));
}

}  // namespace kijun::cli
