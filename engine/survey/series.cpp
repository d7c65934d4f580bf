#include "engine/survey/series.h"

#include <algorithm>
#include <map>
#include <utility>

#include "engine/survey/decision_overlay.h"
#include "engine/survey/manifest_diagnostics.h"

namespace kijun::survey {
namespace {

constexpr std::string_view kManifestName = "survey.toml";

void link_earlier(SurveySeries& series) {
  std::vector<const SurveyTable*> earlier;
  for (auto survey = series.surveys.rbegin(); survey != series.surveys.rend(); ++survey) {
    (*survey)->link_earlier(earlier);
    earlier.insert(earlier.begin(), survey->get());
  }
}

/// A manifest that was read but whose survey is not loaded yet.
struct OpenedManifest {
  std::string path;
  Manifest manifest;
  InputFile input;
};

class SeriesLoader {
 public:
  explicit SeriesLoader(LoadContext& context) : context_(context), series_(std::make_unique<SurveySeries>()) {}

  Result<std::unique_ptr<SurveySeries>> load(const std::string& path, bool with_earlier, AnswersChecked when) {
    const std::size_t errors_before = context_.sink.num_errors();
    const std::string file = manifest_path(path, context_.files);
    auto opened = open(file);
    if (!opened) return tl::unexpected(opened.error());
    if (!*opened) return nullptr;
    std::vector<OpenedManifest> earlier;
    if (with_earlier) earlier = find_earlier(file, (*opened)->manifest);
    load_one(std::move(**opened), when);
    for (OpenedManifest& manifest : earlier) load_one(std::move(manifest), AnswersChecked::kAtOnce);
    if (context_.sink.num_errors() > errors_before) return nullptr;
    link_earlier(*series_);
    return std::move(series_);
  }

 private:
  /// The manifest, or nothing when it is wrong (reported).
  Result<std::optional<OpenedManifest>> open(const std::string& file) {
    Result<std::string> bytes = context_.files.read(file);
    if (!bytes) return tl::unexpected(bytes.error());
    const DecodedFile decoded =
        decode_file(file, hold_bytes(std::move(*bytes)), Encoding::kUtf8, context_.sources, context_.sink);
    if (decoded.source == nullptr) return std::nullopt;
    std::optional<Manifest> manifest = load_manifest(*decoded.source, context_.vocabulary, context_.sink);
    if (!manifest) return std::nullopt;
    return OpenedManifest{file, std::move(*manifest), {"manifest", file_name(file), decoded.sha256, decoded.source}};
  }

  static std::string file_name(const std::string& path) { return path.substr(path.find_last_of('/') + 1); }

  /// Manifests of earlier years of the series in the sibling folders, newest first. A sibling of another series, or one
  /// that cannot be read, is none of our business.
  std::vector<OpenedManifest> find_earlier(const std::string& file, const Manifest& audited) {
    const std::string parent = join_path(parent_path(file), "..");
    const auto names = context_.files.list(parent);
    if (!names) return {};
    std::map<int, OpenedManifest, std::greater<>> by_year;
    for (const std::string& name : *names) {
      const std::string path = join_path(join_path(parent, name), kManifestName);
      if (path == file || !context_.files.is_file(path) || !is_earlier(path, audited)) continue;
      auto opened = open(path);
      if (opened && *opened) keep_one_per_year(by_year, std::move(**opened));
    }
    std::vector<OpenedManifest> earlier;
    for (auto& [year, manifest] : by_year) earlier.push_back(std::move(manifest));
    return earlier;
  }

  /// Looks at a sibling without reporting anything about it.
  bool is_earlier(const std::string& path, const Manifest& audited) {
    const ManifestHead head = peek_survey(path, context_.files);
    return head.series == audited.series && head.fiscal_year < audited.fiscal_year;
  }

  void keep_one_per_year(std::map<int, OpenedManifest, std::greater<>>& by_year, OpenedManifest opened) {
    const int year = opened.manifest.fiscal_year;
    const auto [kept, is_new] = by_year.try_emplace(year, opened);
    if (is_new) return;
    OpenedManifest& other = kept->second;
    if (opened.manifest.final_status && other.manifest.final_status) {
      context_.sink.report(kTwoSurveysOfYear, opened.manifest.span, year, other.manifest.id, opened.manifest.id)
          .notes.push_back({other.manifest.span, {"もう一つの調査", "the other survey"}});
      return;
    }
    if (opened.manifest.final_status) std::swap(other, opened);
    context_.sink.report(kSurveySetAside, opened.manifest.span, year, other.manifest.id, opened.manifest.id);
  }

  void load_one(OpenedManifest opened, AnswersChecked when) {
    const std::size_t errors_before = context_.sink.num_errors();
    SurveyParts parts;
    parts.manifest = std::move(opened.manifest);
    parts.directory = parent_path(opened.path);
    parts.vocabulary = &context_.vocabulary;
    parts.loaded_register = find_register(parts);
    parts.inputs = {opened.input};
    if (parts.loaded_register->reg == nullptr) return;
    const std::vector<InputFile>& shared = parts.loaded_register->inputs;
    parts.inputs.insert(parts.inputs.end(), shared.begin(), shared.end());

    const NamedFile& answers = choose_answers(parts);
    const diag::Source* source = load_input(
        {"answers", parts.directory, answers.name, parts.manifest.encoding, answers.span}, context_, parts.inputs);
    std::vector<Decision> decisions = load_decisions_of(parts);
    if (context_.revision)
      parts.num_later_decisions =
          std::erase_if(decisions, [&](const Decision& decision) { return decision.when > *context_.revision; });
    // Decisions rest on answers that are known to be sound: with rows missing they would only repeat what is reported.
    if (!decisions.empty()) when = AnswersChecked::kAtOnce;
    if (source != nullptr) read_answers(*source, when, parts, context_.sink);
    if (context_.sink.num_errors() > errors_before) return;
    lay_decisions(std::move(decisions), parts, context_.sink);
    series_->surveys.push_back(std::make_unique<SurveyTable>(std::move(parts)));
  }

  /// The answer file as of the revision that is looked at: of the resubmissions received by then the last.
  const NamedFile& choose_answers(SurveyParts& parts) {
    const NamedFile* chosen = &parts.manifest.answers_file;
    for (const Resubmission& resubmission : parts.manifest.resubmissions) {
      if (context_.revision && resubmission.received > *context_.revision) {
        ++parts.num_later_resubmissions;
        continue;
      }
      chosen = &resubmission.file;
      parts.answers_received = resubmission.received;
    }
    return *chosen;
  }

  std::vector<Decision> load_decisions_of(SurveyParts& parts) {
    const std::optional<NamedFile>& file = parts.manifest.decisions_file;
    if (!file) return {};
    const diag::Source* source =
        load_input({"decisions", parts.directory, file->name, Encoding::kUtf8, file->span}, context_, parts.inputs);
    return source == nullptr ? std::vector<Decision>() : load_decisions(*source, context_.vocabulary, context_.sink);
  }

  const LoadedRegister* find_register(const SurveyParts& parts) {
    const NamedFile& file = parts.manifest.register_file;
    const std::string path = join_path(parts.directory, file.name);
    for (const LoadedRegister& loaded : series_->registers)
      if (loaded.path == path) return &loaded;
    return &series_->registers.emplace_back(load_register(parts.directory, file.name, file.span, context_));
  }

  LoadContext& context_;
  std::unique_ptr<SurveySeries> series_;
};

}  // namespace

std::string manifest_path(const std::string& path, FileSystem& files) {
  return files.is_directory(path) ? join_path(path, kManifestName) : join_path("", path);
}

ManifestHead peek_survey(const std::string& path, FileSystem& files) {
  const std::string file = manifest_path(path, files);
  Result<std::string> bytes = files.read(file);
  if (!bytes) return {};
  diag::SourceMap sources;
  diag::Sink ignored;
  const diag::Source* source =
      decode_file(file, hold_bytes(std::move(*bytes)), Encoding::kUtf8, sources, ignored).source;
  return source == nullptr ? ManifestHead{} : peek_manifest(*source);
}

Result<std::unique_ptr<SurveySeries>> load_survey(const std::string& path, LoadContext context) {
  return SeriesLoader(context).load(path, false, AnswersChecked::kAtOnce);
}

Result<std::unique_ptr<SurveySeries>> load_series(const std::string& path, LoadContext context, AnswersChecked when) {
  return SeriesLoader(context).load(path, true, when);
}

bool reread_answers(SurveySeries& series, diag::Sink& sink) {
  const std::size_t errors_before = sink.num_errors();
  SurveyParts parts = series.audited().take_parts();
  reread_answers(parts, sink);
  if (sink.num_errors() > errors_before) return false;
  series.surveys.front() = std::make_unique<SurveyTable>(std::move(parts));
  link_earlier(series);
  return true;
}

}  // namespace kijun::survey
