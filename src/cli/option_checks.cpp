// What can't be said of one option alone.
#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>

#include "cli/nearest.h"
#include "cli/option_table.h"
#include "cli/output.h"
#include "normalizer/mojibake.h"

namespace newswash {
namespace {

/// "; did you mean …?" for a finding rule.
std::string near_rule(const std::string& rule) {
  std::vector<std::string> names;
  for (const FindingRule& each : finding_rules()) names.emplace_back(each.name);
  const std::string near = nearest(rule, names);
  return near.empty() ? "" : fmt::format("; did you mean {}?", near);
}

/// "RULE=LEVEL" of --level.
std::string set_level(const std::string& typed, Levels& levels) {
  const std::size_t equals = typed.find('=');
  const auto level = equals == std::string::npos ? std::nullopt : level_named(typed.substr(equals + 1));
  if (!level) return fmt::format("--level {}: say RULE=LEVEL with LEVEL off, note, warning or error", typed);
  if (levels.set(typed.substr(0, equals), *level)) return {};
  return fmt::format("--level {}: there is no rule '{}'{}", typed, typed.substr(0, equals),
                     near_rule(typed.substr(0, equals)));
}

/// "RULE=0.5%" of --max-rate; a number without % is a share, too.
std::string set_rate(const std::string& typed, std::map<std::string, double>& rates) {
  const std::size_t equals = typed.find('=');
  const std::string rule = typed.substr(0, equals);
  char* end = nullptr;
  const double number = equals == std::string::npos ? -1 : std::strtod(typed.c_str() + equals + 1, &end);
  const bool percent = end != nullptr && *end == '%';
  const double rate = percent ? number / 100 : number;
  const bool whole =
      end != nullptr && end != typed.c_str() + equals + 1 && *(end + (percent ? 1 : 0)) == '\0';
  if (!whole || !(rate >= 0 && rate <= 1))
    return fmt::format("--max-rate {}: say RULE=PERCENT%, such as leftover=0.5%", typed);
  if (finding_rule(rule) == nullptr)
    return fmt::format("--max-rate {}: there is no rule '{}'{}", typed, rule, near_rule(rule));
  rates[rule] = rate;
  return {};
}

/// "LIMIT=VALUE" of --threshold.
std::string set_limit(const std::string& typed, Profile& profile) {
  const std::size_t equals = typed.find('=');
  const std::string name = typed.substr(0, equals);
  char* end = nullptr;
  const double value = equals == std::string::npos ? 0 : std::strtod(typed.c_str() + equals + 1, &end);
  if (end == nullptr || end == typed.c_str() + equals + 1 || *end != '\0')
    return fmt::format("--threshold {}: say LIMIT=NUMBER", typed);
  if (set_threshold(profile, name, value)) return {};
  std::vector<std::string> names;
  for (const Limit& limit : profile.limits) names.emplace_back(limit.name);
  const std::string near = nearest(name, names);
  return fmt::format("--threshold {}: profile {} has no limit '{}'{}", typed, profile.name, name,
                     near.empty() ? "" : fmt::format("; did you mean {}?", near));
}

std::string read_profile(Options& options, const TypedLists& lists) {
  if (lists.profile == "none") return {};
  const Profile* const profile = profile_named(lists.profile);
  if (profile == nullptr) {
    std::string names = "none";
    for (const Profile& each : profiles()) names += fmt::format(", {}", each.name);
    return fmt::format("--profile: '{}' is none of: {}", lists.profile, names);
  }
  options.check.profile = *profile;
  for (const std::string& typed : lists.thresholds) {
    if (std::string wrong = set_limit(typed, *options.check.profile); !wrong.empty()) return wrong;
  }
  return {};
}

std::uint8_t mask_of(const std::vector<std::string>& names, std::string& unknown) {
  unsigned mask = 0;
  for (const std::string& name : names) {
    const auto fix = fix_named(name);
    if (fix && *fix <= Fix::spaces)
      mask |= 1U << static_cast<unsigned>(*fix);
    else
      unknown = name;
  }
  return static_cast<std::uint8_t>(mask);
}

std::string check_names(const Options& options) {
  if (!options.repair.mojibake.empty() && !code_page_named(options.repair.mojibake)) {
    return fmt::format("there is no code page '{}' that text is known to be misread as",
                       options.repair.mojibake);
  }
  if (!options.decode.encoding.empty() && !is_encoding(options.decode.encoding))
    return fmt::format("there is no encoding '{}'", options.decode.encoding);
  return {};
}

bool is_text(Framing framing) {
  return framing == Framing::articles;
}

std::string check_outputs(const Options& options) {
  if (options.in_place && !options.out.empty()) return "--in-place and --out exclude each other";
  const bool repairs_records = options.command == Command::repair && options.to == OutputFormat::jsonl;
  const bool writes_records = repairs_records || !options.into.empty();
  if (options.in_place && !writes_records && options.to != OutputFormat::text)
    return "--in-place writes text only";
  const Framing framing = options.reading.framing;
  const bool fits =
      is_text(framing) || framing == Framing::automatic || (writes_records && framing == Framing::lines);
  if (options.in_place && !fits)
    return writes_records ? "--in-place takes JSON Lines only" : "--in-place takes text only";
  if (options.audit && options.to != OutputFormat::json && options.to != OutputFormat::jsonl)
    return "--audit needs --to json or --to jsonl";
  if (!options.into.empty() && is_text(options.reading.framing))
    return "--into needs records with fields, not --from text";
  if (!options.into.empty() && options.to != OutputFormat::jsonl && options.to != OutputFormat::text)
    return "--into writes JSON Lines; it goes with no other --to";
  if (options.shard_size > 0 && options.out.empty()) return "--shard-size needs --out";
  if (options.resume && options.out.empty()) return "--resume needs --out";
  const bool ordered = options.resume || options.shard_size > 0 || options.in_place;
  if (ordered && options.unordered) return "--unordered goes with none of --resume, --shard-size, --in-place";
  return {};
}

/// A file that the run writes whole must not be one that it reads: the input would be lost.
std::string check_overwriting(const Options& options) {
  const std::array<std::pair<std::string_view, std::string>, 4> outputs = {
      {{"--out", options.out},
       {"--rejects", options.rejects},
       {"--summary", options.summary},
       {"--write-baseline", options.check.write_baseline}}};
  for (const auto& [option, path] : outputs) {
    if (path == "-" && option != "--out")
      return fmt::format("{}: '-' is no file; /dev/stdout and /dev/stderr are", option);
    for (const std::string& input : options.sources.inputs) {
      if (!is_same_file(path, input)) continue;
      return fmt::format("{} {}: the output would overwrite its own input{}", option, path,
                         option == "--out" ? "; use --in-place for that" : "");
    }
  }
  return {};
}

}  // namespace

std::string read_lists(Options& options, const TypedLists& lists) {
  std::string unknown;
  if (!lists.only.empty()) options.repair.fixes = mask_of(lists.only, unknown);
  options.repair.fixes = static_cast<std::uint8_t>(options.repair.fixes & ~mask_of(lists.skip, unknown));
  if (!unknown.empty()) {
    return fmt::format(
        "there is no fix '{}'; --only and --skip take encoding, entities, controls, invisibles, spaces",
        unknown);
  }
  for (const std::string& typed : lists.levels) {
    if (std::string wrong = set_level(typed, options.check.levels); !wrong.empty()) return wrong;
  }
  for (const std::string& typed : lists.rates) {
    if (std::string wrong = set_rate(typed, options.check.max_rate); !wrong.empty()) return wrong;
  }
  if (std::string wrong = read_profile(options, lists); !wrong.empty()) return wrong;
  return {};
}

std::string check_options(Options& options, const TypedLists& lists) {
  const bool no_input = options.sources.inputs.empty() && options.sources.files0_from.empty();
  if (std::string wrong = read_lists(options, lists); !wrong.empty()) return wrong;
  if (std::string wrong = check_names(options); !wrong.empty()) return wrong;
  if (std::string wrong = check_outputs(options); !wrong.empty()) return wrong;
  if (std::string wrong = check_overwriting(options); !wrong.empty()) return wrong;
  if (options.reading.max_record == 0) return "--max-record 0 would reject every record";
  if (options.in_place && no_input) return "--in-place needs files";
  if (no_input) options.sources.inputs.emplace_back("-");
  if (!options.into.empty()) options.to = OutputFormat::jsonl;
  if (options.kind != StatedKind::none)
    options.input = options.kind == StatedKind::page ? InputKind::page : InputKind::article;
  return {};
}

}  // namespace newswash
