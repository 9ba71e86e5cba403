// The commands' options, through CLI11.
#include "cli/options.h"

#include <fmt/format.h>
#include <newswash/version.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>

#include "cli/nearest.h"
#include "cli/run.h"
#include "normalizer/mojibake.h"

namespace newswash {
namespace {

constexpr std::string_view kStatuses =
    "Exit status: 0 done, 2 usage or nothing could be read, 3 some records were rejected and the rest is "
    "done.";

/// Texts of a comma-separated list, turned into a set of fixes.
struct FixLists {
  std::vector<std::string> only, skip;
};

/// Lists that are read once all is parsed.
struct CheckLists {
  std::vector<std::string> levels, rates;
};

/// "; did you mean …?" for a finding rule.
std::string near_rule(const std::string& rule) {
  std::vector<std::string> names;
  for (const FindingRule& each : finding_rules()) names.emplace_back(each.name);
  const std::string near = nearest(rule, names);
  return near.empty() ? "" : fmt::format("; did you mean {}?", near);
}

/// Takes one of the names and turns it into its value; anything else is refused with all names.
template <typename Value>
CLI::Validator one_of(const std::map<std::string, Value>& values) {
  const auto check = [values](std::string& typed) -> std::string {
    if (const auto found = values.find(typed); found != values.end())
      return typed = std::to_string(static_cast<int>(found->second)), std::string();
    std::string names;
    for (const auto& each : values) names += (names.empty() ? "" : ", ") + each.first;
    return fmt::format("'{}' is none of: {}", typed, names);
  };
  return {check, ""};
}

void add_inputs(CLI::App& app, Options& options) {
  app.add_option("INPUT", options.sources.inputs, "Files or folders; - or nothing: standard input");
  app.add_option("--files0-from", options.sources.files0_from,
                 "Read input names, each ended by a NUL byte, from FILE (- for standard input)")
      ->option_text("FILE");
  app.add_option("--include", options.sources.include, "In folders, take only files that match GLOB")
      ->option_text("GLOB ...")
      ->allow_extra_args(false);
  app.add_option("--exclude", options.sources.exclude, "In folders, pass over what matches GLOB")
      ->option_text("GLOB ...")
      ->allow_extra_args(false);
  app.add_option("--encoding", options.decode.encoding,
                 "Charset of the input, where it is not UTF-8 (default: found out)")
      ->option_text("NAME");
  const std::map<std::string, InvalidBytes> invalid = {
      {"replace", InvalidBytes::replace}, {"fail", InvalidBytes::fail}, {"reject", InvalidBytes::reject}};
  app.add_option(
         "--invalid", options.decode.invalid,
         "Bytes the charset does not allow: replace them (default), fail at once, or reject the record")
      ->transform(one_of(invalid))
      ->option_text("WHAT");
  const std::map<std::string, InputFormat> from = {{"text", InputFormat::text},
                                                   {"jsonl", InputFormat::jsonl}};
  app.add_option("--from", options.from, "Input format: text (default) or jsonl")
      ->transform(one_of(from))
      ->option_text("FORMAT");
  app.add_option("--text-field", options.text_field,
                 "The member of a JSON record that holds the text (default: text)")
      ->option_text("NAME");
}

void add_running(CLI::App& app, Options& options) {
  app.add_option("-j,--jobs", options.jobs, "Work with N threads (default: one a core)")
      ->check(CLI::Range(std::size_t{1}, std::size_t{1024}).description(""))
      ->option_text("N");
  app.add_flag("--unordered", options.unordered, "Write results as they are ready, not in the input's order");
  app.add_flag("--line-buffered", options.line_buffered, "Write each result before the next record is read");
}

void add_outputs(CLI::App& app, Options& options) {
  app.add_option("--out", options.out, "Write one file an article into folder DIR")->option_text("DIR");
  app.add_flag("-i,--in-place", options.in_place, "Replace the input files by their result");
}

void add_fixes(CLI::App& app, Options& options, FixLists& lists) {
  app.add_option("--only", lists.only, "Make only these fixes (encoding,entities,controls,invisibles,spaces)")
      ->delimiter(',')
      ->option_text("FIXES")
      ->allow_extra_args(false);
  app.add_option("--skip", lists.skip, "Make all fixes but these")
      ->delimiter(',')
      ->option_text("FIXES")
      ->allow_extra_args(false);
  app.add_option("--mojibake", options.repair.mojibake,
                 "The code page that damaged text was misread as, where you know it")
      ->option_text("CODEPAGE");
  const std::map<std::string, QuoteStyle> quotes = {
      {"straight", QuoteStyle::straight}, {"curly", QuoteStyle::curly}, {"repair", QuoteStyle::repair}};
  app.add_option("--quotes", options.repair.quotes,
                 "Make quotes straight or curly, or repair wrong marks and lost apostrophes (default: keep)")
      ->transform(one_of(quotes))
      ->option_text("STYLE");
  const std::map<std::string, bool> split = {{"split", true}};
  app.add_option("--ligatures", options.repair.split_ligatures, "split: ﬁ to fi (default: keep)")
      ->transform(one_of(split))
      ->option_text("split");
  const std::map<std::string, bool> fold = {{"fold", true}};
  app.add_option("--width", options.repair.fold_width,
                 "fold: full-width forms to ordinary ones (default: keep)")
      ->transform(one_of(fold))
      ->option_text("fold");
  const std::map<std::string, UnicodeForm> forms = {{"nfc", UnicodeForm::nfc},
                                                    {"nfd", UnicodeForm::nfd},
                                                    {"nfkc", UnicodeForm::nfkc},
                                                    {"nfkd", UnicodeForm::nfkd}};
  app.add_option("--form", options.repair.form, "Unicode form nfc, nfd, nfkc or nfkd (default: keep)")
      ->transform(one_of(forms))
      ->option_text("FORM");
}

void add_input_kind(CLI::App& app, Options& options) {
  const auto state = [&options](const std::string& kind) {
    if (kind != "auto") options.input = kind == "page" ? InputKind::page : InputKind::article;
  };
  app.add_option_function<std::string>(
         "--input", state, "What the text is: a page dump, an extracted article, or auto (default)")
      ->check(CLI::IsMember({"auto", "page", "article"}).description(""))
      ->option_text("KIND");
}

CLI::Option* add_rules_file(CLI::App& app, Options& options) {
  return app
      .add_option("--rules", options.rules_file, "Your own boilerplate rules, beside the built-in ones")
      ->option_text("FILE");
}

const std::map<std::string, OutputFormat> kOutputFormats = {
    {"text", OutputFormat::text}, {"json", OutputFormat::json}, {"jsonl", OutputFormat::jsonl}};

void describe_clean(CLI::App& app, Options& options, FixLists& lists) {
  add_inputs(app, options);
  app.add_option("--to", options.to, "Output format: text (default), json or jsonl")
      ->transform(one_of(kOutputFormats))
      ->option_text("FORMAT");
  app.add_flag("--audit", options.audit, "Add every removal and repair to the JSON record");
  add_outputs(app, options);
  add_running(app, options);
  add_input_kind(app, options);
  add_rules_file(app, options);
  add_fixes(app, options, lists);
  app.footer(
      fmt::format("Examples:\n  newswash page.txt                       the article, as text\n"
                  "  newswash --to json --audit page.txt     with all that was removed and why\n"
                  "  newswash --out clean/ scraped/          one file an article\n"
                  "  zcat a.jsonl.gz | newswash --from jsonl --to jsonl\n{}",
                  kStatuses));
}

void describe_repair(CLI::App& app, Options& options, FixLists& lists) {
  add_inputs(app, options);
  const std::map<std::string, OutputFormat> to = {{"text", OutputFormat::text},
                                                  {"jsonl", OutputFormat::jsonl}};
  app.add_option("--to", options.to, "Output format: text (default) or jsonl")
      ->transform(one_of(to))
      ->option_text("FORMAT");
  add_outputs(app, options);
  add_running(app, options);
  add_fixes(app, options, lists);
  app.add_flag("--list", options.list, "Name the fixes, each with an example");
  app.footer(
      fmt::format("Examples:\n  newswash repair broken.txt                  all default fixes\n"
                  "  newswash repair --only encoding broken.txt  mojibake and nothing else\n"
                  "  newswash repair --quotes straight -i a.txt  in place\n{}",
                  kStatuses));
}

void describe_explain(CLI::App& app, Options& options, FixLists& lists) {
  add_inputs(app, options);
  add_input_kind(app, options);
  add_rules_file(app, options);
  add_fixes(app, options, lists);
  app.footer(fmt::format(
      "Each line of the page with its number; removed ones are marked - with rule and category,\nrepairs "
      "stand below their line. "
      "Colour on a terminal, unless NO_COLOR is set.\n\nExample:\n  newswash explain page.txt | less\n{}",
      kStatuses));
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

void add_gates(CLI::App& app, CheckOptions& check, CheckLists& lists) {
  const std::map<std::string, Level> levels = {
      {"error", Level::error}, {"warning", Level::warning}, {"note", Level::note}};
  app.add_option("--fail-on", check.fail_on,
                 "Findings of this level and above fail the run: error (default), warning, note")
      ->transform(one_of(levels))
      ->option_text("LEVEL");
  app.add_option("--max-findings", check.max_findings, "Let N such findings pass (default: 0)")
      ->option_text("N");
  app.add_option("--max-rate", lists.rates,
                 "Let findings of RULE pass in a share of the records: leftover=0.5%")
      ->allow_extra_args(false)
      ->option_text("RULE=PERCENT ...");
  app.add_option("--level", lists.levels, "Give RULE or its family another level; off: do not look for it")
      ->allow_extra_args(false)
      ->option_text("RULE=LEVEL ...");
  app.add_option("--baseline", check.baseline, "Accept the findings that FILE holds; only new ones count")
      ->option_text("FILE");
  app.add_option("--write-baseline", check.write_baseline, "Write all findings of this run to FILE, and pass")
      ->option_text("FILE");
  app.add_option("--suppressions", check.suppressions,
                 "Accept the single findings that FILE names, each with a reason")
      ->option_text("FILE");
}

void describe_check(CLI::App& app, Options& options, FixLists& lists, CheckLists& check_lists) {
  add_inputs(app, options);
  const std::map<std::string, ReportFormat> formats = {
      {"text", ReportFormat::text},     {"json", ReportFormat::json},   {"jsonl", ReportFormat::jsonl},
      {"github", ReportFormat::github}, {"sarif", ReportFormat::sarif}, {"junit", ReportFormat::junit}};
  app.add_option("--format", options.check.report.format,
                 "Report: text (default), json, jsonl, github, sarif or junit")
      ->transform(one_of(formats))
      ->option_text("FORMAT");
  const std::map<std::string, Level> levels = {
      {"error", Level::error}, {"warning", Level::warning}, {"note", Level::note}};
  app.add_option("--show", options.check.report.show,
                 "Show findings of this level and above: error, warning (default), note")
      ->transform(one_of(levels))
      ->option_text("LEVEL");
  add_gates(app, options.check, check_lists);
  add_running(app, options);
  add_input_kind(app, options);
  add_rules_file(app, options);
  add_fixes(app, options, lists);
  app.footer(
      "Examples:\n  newswash check corpus/                       what is wrong, grouped by file\n"
      "  newswash check --format sarif corpus/ > a.sarif\n"
      "  newswash check --write-baseline known.json corpus/   accept what is there\n"
      "  newswash check --baseline known.json corpus/         only what is new counts\n"
      "Exit status: 0 clean, 1 findings, 2 usage or nothing was read, 3 some records could not be read.\n"
      "The format never changes it.");
}

void describe_rules(CLI::App& app, Options& options) {
  app.add_option("ID", options.show, "Show the rules whose name begins with ID");
  app.add_flag("--test", options.test, "Run the examples that stand beside the rules");
  add_rules_file(app, options);
  app.footer(
      "Examples:\n  newswash rules                          list all rules\n  newswash rules en.newsletter   "
      "         show these\n"
      "  newswash rules --test --rules mine.toml test your own");
}

Parsed usage_error(std::string message) {
  return {{}, true, kFailed, fmt::format("newswash: {}\nTry 'newswash --help'.\n", message)};
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

/// What can't be said in CLI11's terms. Empty if all is well.
std::string check(Options& options, const FixLists& lists, const CheckLists& check_lists) {
  std::string unknown;
  if (!lists.only.empty()) options.repair.fixes = mask_of(lists.only, unknown);
  options.repair.fixes = static_cast<std::uint8_t>(options.repair.fixes & ~mask_of(lists.skip, unknown));
  if (!unknown.empty()) {
    return fmt::format(
        "there is no fix '{}'; --only and --skip take encoding, entities, controls, invisibles, spaces",
        unknown);
  }
  if (!options.repair.mojibake.empty() && !code_page_named(options.repair.mojibake)) {
    return fmt::format("there is no code page '{}' that text is known to be misread as",
                       options.repair.mojibake);
  }
  if (!options.decode.encoding.empty() && !is_encoding(options.decode.encoding)) {
    return fmt::format("there is no encoding '{}'", options.decode.encoding);
  }
  for (const std::string& typed : check_lists.levels) {
    if (std::string wrong = set_level(typed, options.check.levels); !wrong.empty()) return wrong;
  }
  for (const std::string& typed : check_lists.rates) {
    if (std::string wrong = set_rate(typed, options.check.max_rate); !wrong.empty()) return wrong;
  }
  if (options.in_place && !options.out.empty()) return "--in-place and --out exclude each other";
  if (options.in_place && options.from != InputFormat::jsonl && options.to != OutputFormat::text)
    return "--in-place writes text only";
  if (options.in_place && options.from == InputFormat::jsonl) return "--in-place takes text only";
  const bool no_input = options.sources.inputs.empty() && options.sources.files0_from.empty();
  if (options.in_place && no_input) return "--in-place needs files";
  if (options.audit && options.to == OutputFormat::text) return "--audit needs --to json or --to jsonl";
  if (no_input) options.sources.inputs.emplace_back("-");
  return {};
}

std::string unexpected_argument(const CLI::App& app, const std::string& argument) {
  if (argument.empty() || argument.front() != '-') return fmt::format("'{}' is not expected here", argument);
  const std::string name = argument.substr(0, argument.find('='));
  std::vector<std::string> names;
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& each : option->get_lnames()) names.push_back("--" + each);
  }
  const std::string near = nearest(name, names);
  return fmt::format("there is no option '{}'{}", name,
                     near.empty() ? "" : fmt::format("; did you mean {}?", near));
}

/// A first argument that is no command and no option of the program's own belongs to `clean`.
std::vector<std::string> with_command(int argc, const char* const* argv) {
  std::vector<std::string> arguments(argv + 1, argv + argc);
  const bool own =
      !arguments.empty() && (arguments[0] == "--help" || arguments[0] == "-h" || arguments[0] == "--version");
  const bool named =
      !arguments.empty() && std::find(kCommands.begin(), kCommands.end(), arguments[0]) != kCommands.end();
  if (!own && !named) arguments.insert(arguments.begin(), "clean");
  return arguments;
}

}  // namespace

Parsed parse_options(int argc, const char* const* argv) {
  Parsed parsed;
  FixLists lists;
  CheckLists check_lists;
  CLI::App app("newswash turns scraped news text into the article and nothing else.", "newswash");
  app.set_version_flag("--version", fmt::format("newswash {} (rules {})", version(), rules_version()));
  app.require_subcommand(1);
  CLI::App* const clean =
      app.add_subcommand("clean", "The article, as text or JSON (the command when none is named)");
  CLI::App* const repair = app.add_subcommand("repair", "Repair the text alone: nothing is removed");
  CLI::App* const explain =
      app.add_subcommand("explain", "The page with every removed line and every repair marked, and why");
  CLI::App* const check_app =
      app.add_subcommand("check", "Findings on corpus quality, for CI; nothing is changed");
  CLI::App* const rules = app.add_subcommand("rules", "List, show and test the boilerplate rules");
  describe_clean(*clean, parsed.options, lists);
  describe_repair(*repair, parsed.options, lists);
  describe_explain(*explain, parsed.options, lists);
  describe_check(*check_app, parsed.options, lists, check_lists);
  describe_rules(*rules, parsed.options);
  app.footer(
      fmt::format("'newswash COMMAND --help' shows a command's options.\n\nExamples:\n  curl -s … | "
                  "html2text | newswash\n"
                  "  newswash explain page.txt\n{}",
                  kStatuses));
  auto arguments = with_command(argc, argv);
  std::reverse(arguments.begin(), arguments.end());  // as CLI11 takes them
  try {
    app.parse(std::move(arguments));
  } catch (const CLI::Success& asked) {
    std::ostringstream out, err;
    app.exit(asked, out, err);
    return {{}, true, kDone, out.str()};
  } catch (const CLI::ExtrasError&) {
    const CLI::App& used = *app.get_subcommands().front();
    return usage_error(unexpected_argument(
        used, used.remaining().empty() ? app.remaining().front() : used.remaining().front()));
  } catch (const CLI::ParseError& wrong) {
    return usage_error(wrong.what());
  }
  parsed.options.command = clean->parsed()       ? Command::clean
                           : repair->parsed()    ? Command::repair
                           : explain->parsed()   ? Command::explain
                           : check_app->parsed() ? Command::check
                                                 : Command::rules;
  if (std::string wrong = check(parsed.options, lists, check_lists); !wrong.empty())
    return usage_error(std::move(wrong));
  return parsed;
}

}  // namespace newswash
