#include <kijun/survey.h>

#include "engine/library/convert.h"
#include "engine/library/state.h"
#include "engine/library/whole_files.h"

namespace kijun::api {

Result<Survey> Survey::load(const std::string& path, const Rules& rules) {
  auto state = std::make_unique<State>();
  state->rules = rules.state();
  state->files = open_whole_files();
  diag::Sink sink;
  auto series = survey::load_series(path, {*state->files, state->sources, sink, state->rules->pack.vocabulary});
  if (!series) return failure_of(series.error());
  if (*series == nullptr || sink.has_errors()) return failure_of(sink);
  const survey::Manifest& manifest = (*series)->audited().manifest();
  state->id = manifest.id;
  state->title = to_text(manifest.title);
  state->fiscal_year = manifest.fiscal_year;
  state->as_of = manifest.as_of;
  state->series = std::move(*series);
  state->diagnostics = to_diagnostics(sink);
  return Survey(std::move(state));
}

Survey::Survey(std::unique_ptr<State> state) : state_(std::move(state)) {}
Survey::Survey(Survey&&) noexcept = default;
Survey& Survey::operator=(Survey&&) noexcept = default;
Survey::~Survey() = default;

std::unique_ptr<Survey::State> Survey::release() && { return std::move(state_); }

const std::string& Survey::id() const { return state_->id; }

Text Survey::title() const { return state_->title; }

int Survey::fiscal_year() const { return state_->fiscal_year; }

std::chrono::year_month_day Survey::as_of() const { return to_day(state_->as_of); }

const std::vector<Diagnostic>& Survey::diagnostics() const { return state_->diagnostics; }

}  // namespace kijun::api
