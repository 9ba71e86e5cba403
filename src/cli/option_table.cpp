// What each command takes, through CLI11.
#include "cli/option_table.h"

#include <fmt/format.h>
#include <newswash/version.h>

#include <sstream>

namespace newswash {
namespace {

constexpr std::string_view kStatuses =
    "Exit status: 0 done, 2 usage or nothing could be read,\n3 some records were rejected and the rest is "
    "done.";

template <typename Value>
using Names = std::vector<std::pair<std::string, Value>>;

/// Takes one of the names and turns it into its value; anything else is refused with all names.
template <typename Value>
CLI::Validator one_of(const Names<Value>& values) {
  const auto check = [values](std::string& typed) -> std::string {
    std::string names;
    for (const auto& [name, value] : values) {
      if (typed == name) return typed = std::to_string(static_cast<int>(value)), std::string();
      names += (names.empty() ? "" : ", ") + name;
    }
    return fmt::format("'{}' is none of: {}", typed, names);
  };
  return {check, ""};
}

/// CLI11 alone would take -1 for a very large number.
std::string is_count(const std::string& typed) {
  const bool digits = !typed.empty() && typed.find_first_not_of("0123456789") == std::string::npos;
  return digits ? std::string() : fmt::format("'{}' is no whole number from 0", typed);
}

/// "64MB" becomes its bytes, with k, m, g and t times 1024.
CLI::Validator size() {
  const auto check = [](std::string& typed) -> std::string {
    const std::size_t digits = std::min(typed.find_first_not_of("0123456789"), typed.size());
    std::string unit = CLI::detail::to_lower(typed.substr(digits));
    if (unit.ends_with("ib")) unit.erase(unit.size() - 2);
    if (unit.ends_with('b')) unit.pop_back();
    constexpr std::string_view kUnits = "kmgt";
    const std::size_t known = unit.empty() ? 0 : kUnits.find(unit) + 1;
    const bool is_size =
        digits > 0 && digits <= 6 + 3 * (4 - known) && unit.size() <= 1 && (known > 0 || unit.empty());
    if (!is_size) return fmt::format("'{}' is no size, such as 500KB, 64MB or 2GB", typed);
    typed = std::to_string(std::stoull(typed.substr(0, digits)) << 10U * known);
    return {};
  };
  return {check, ""};
}

/// CLI11's help with the descriptions wrapped.
class WrappedHelp : public CLI::Formatter {
 public:
  WrappedHelp() { column_width(28); }

  std::string make_option_desc(const CLI::Option* option) const override {
    constexpr std::size_t kWidth = 70;
    std::string wrapped;
    std::size_t column = 0;
    std::istringstream words(option->get_description());
    for (std::string word; words >> word;) {
      const bool fits = column + 1 + word.size() <= kWidth;
      if (column > 0) wrapped += fits ? ' ' : '\n';
      column = column > 0 && fits ? column + 1 + word.size() : word.size();
      wrapped += word;
    }
    return wrapped;
  }
};

/// Adds options to one command, under the heading that was begun last.
class Adder {
 public:
  Adder(CLI::App& app, OptionTable& table, std::string group)
      : app_(app), table_(table), group_(std::move(group)) {}

  template <typename Value>
  CLI::Option* value(const char* name, Value& into, const std::string& shown, const std::string& help) {
    return app_.add_option(name, into, help)->option_text(shown)->group(group_);
  }

  /// One of some names; the first is the default.
  template <typename Value>
  CLI::Option* choice(const char* name, Value& into, const std::string& shown, const Names<Value>& values,
                      const std::string& help) {
    CLI::Option* const option = value(name, into, shown, help);
    for (const auto& each : values) table_.choices[option].push_back(each.first);
    return option->transform(one_of(values))->default_str(values.front().first);
  }

  /// May be given several times, one value each.
  CLI::Option* list(const char* name, std::vector<std::string>& into, const std::string& shown,
                    const std::string& help) {
    return value(name, into, shown + " ...", help)->allow_extra_args(false);
  }

  CLI::Option* flag(const char* name, bool& into, const std::string& help) {
    return app_.add_flag(name, into, help)->group(group_);
  }

 private:
  CLI::App& app_;
  OptionTable& table_;
  std::string group_;
};

void add_inputs(CLI::App& app, OptionTable& table) {
  app.add_option("INPUT", table.options.sources.inputs, "Files or folders; - or nothing: standard input");
  Adder add(app, table, "Input");
  add.value("--files0-from", table.options.sources.files0_from, "FILE",
            "Read input names, each ended by a NUL byte, from FILE (- for standard input)");
  add.list("--include", table.options.sources.include, "GLOB", "In folders, take only files that match GLOB");
  add.list("--exclude", table.options.sources.exclude, "GLOB", "In folders, pass over what matches GLOB");
  add.choice("--from", table.options.reading.framing, "FORMAT",
             {{"auto", Framing::automatic},
              {"text", Framing::articles},
              {"jsonl", Framing::lines},
              {"json", Framing::json_array},
              {"warc", Framing::warc},
              {"csv", Framing::csv},
              {"tsv", Framing::tsv}},
             "Input format: auto (default), text, jsonl, json (an array), warc (WET files, too), csv or tsv. "
             "Compressed files and archives are opened");
  add.value("--text-field", table.options.fields.text, "NAME",
            "The field that holds the text (default: text); /a/b is a path into a JSON record")
      ->default_str("text");
  add.value("--id-field", table.options.fields.id, "NAME", "The field that names the record (default: id)")
      ->default_str("id");
  add.value("--url-field", table.options.fields.url, "NAME",
            "The field that holds its address (default: url)")
      ->default_str("url");
  add.value("--encoding", table.options.decode.encoding, "NAME",
            "Charset of the input, where it is not UTF-8 (default: found out)");
  add.choice(
      "--invalid", table.options.decode.invalid, "WHAT",
      {{"replace", InvalidBytes::replace}, {"fail", InvalidBytes::fail}, {"reject", InvalidBytes::reject}},
      "Bytes the charset does not allow: replace them (default), fail at once, or reject the record");
  add.value("--max-record", table.options.reading.max_record, "SIZE",
            "Reject records above SIZE bytes (default: 64MB)")
      ->transform(size())
      ->default_str("64MB");
}

void add_running(CLI::App& app, OptionTable& table) {
  Adder add(app, table, "Running");
  add.value("-j,--jobs", table.options.jobs, "N", "Work with N threads (default: one a core)")
      ->check(CLI::Range(std::size_t{1}, std::size_t{1024}).description(""));
  add.value("--rejects", table.options.rejects, "FILE",
            "Write what could not be read to FILE, as JSON Lines with file, line, offset and reason");
  add.flag("--progress", table.options.progress, "Show progress, also where standard error is no terminal");
  app.add_option("--config", table.options.config,
                 "The settings file (default: .newswash.toml, upward from INPUT)")
      ->option_text("FILE")
      ->group("Running");
  add.flag("--no-config", table.options.no_config, "Read no settings file");
}

void add_outputs(CLI::App& app, OptionTable& table) {
  Adder add(app, table, "Output");
  add.value("--out", table.options.out, "PATH",
            "Write to PATH: a folder that mirrors the input, or one file (.gz, .zst: compressed)");
  add.value("--shard-size", table.options.shard_size, "SIZE",
            "In a folder, write JSON Lines files of about SIZE bytes")
      ->transform(size());
  add.flag("--resume", table.options.resume,
           "Go on with an interrupted run: what is in --out already is not done again");
  add.flag("-i,--in-place", table.options.in_place, "Replace the input files by their result");
  add.flag("--unordered", table.options.unordered,
           "Write results as they are ready, not in the input's order");
  add.flag("--line-buffered", table.options.line_buffered,
           "Write each result before the next record is read");
  add.value("--summary", table.options.summary, "FILE", "Write the run's counts to FILE, as JSON");
}

void add_fixes(CLI::App& app, OptionTable& table) {
  Adder add(app, table, "Repair");
  add.list("--only", table.lists.only, "FIXES",
           "Make only these fixes (encoding,entities,controls,invisibles,spaces)")
      ->delimiter(',')
      ->option_text("FIXES");
  add.list("--skip", table.lists.skip, "FIXES", "Make all fixes but these")
      ->delimiter(',')
      ->option_text("FIXES");
  add.value("--mojibake", table.options.repair.mojibake, "CODEPAGE",
            "The code page that damaged text was misread as, where you know it");
  add.choice("--quotes", table.options.repair.quotes, "STYLE",
             {{"keep", QuoteStyle::keep},
              {"straight", QuoteStyle::straight},
              {"curly", QuoteStyle::curly},
              {"repair", QuoteStyle::repair}},
             "Make quotes straight or curly, or repair wrong marks and lost apostrophes (default: keep)");
  add.choice("--ligatures", table.options.repair.split_ligatures, "WHAT", {{"keep", false}, {"split", true}},
             "split: ﬁ to fi (default: keep)");
  add.choice("--width", table.options.repair.fold_width, "WHAT", {{"keep", false}, {"fold", true}},
             "fold: full-width forms to ordinary ones (default: keep)");
  add.choice("--form", table.options.repair.form, "FORM",
             {{"keep", UnicodeForm::keep},
              {"nfc", UnicodeForm::nfc},
              {"nfd", UnicodeForm::nfd},
              {"nfkc", UnicodeForm::nfkc},
              {"nfkd", UnicodeForm::nfkd}},
             "Unicode form nfc, nfd, nfkc or nfkd (default: keep)");
}

void add_cleaning(CLI::App& app, OptionTable& table) {
  Adder add(app, table, "Cleaning");
  add.choice("--input", table.options.kind, "KIND",
             {{"auto", StatedKind::none}, {"page", StatedKind::page}, {"article", StatedKind::article}},
             "What the text is: a page dump, an extracted article, or auto (default)");
  add.value("--rules", table.options.rules_file, "FILE",
            "Your own boilerplate rules, beside the built-in ones");
}

void describe_clean(CLI::App& app, OptionTable& table) {
  add_inputs(app, table);
  Adder add(app, table, "Output");
  add.choice("--to", table.options.to, "FORMAT",
             {{"text", OutputFormat::text},
              {"json", OutputFormat::json},
              {"jsonl", OutputFormat::jsonl},
              {"markdown", OutputFormat::markdown},
              {"ninjs", OutputFormat::ninjs}},
             "Output format: text (default), json, jsonl, markdown or ninjs");
  add.flag("--audit", table.options.audit, "Add every removal and repair to the JSON record");
  add.value("--into", table.options.into, "FIELD",
            "Write the input's records back with the clean text in FIELD, and nothing else changed");
  add_outputs(app, table);
  add_running(app, table);
  add_cleaning(app, table);
  add_fixes(app, table);
  app.footer(
      fmt::format("Examples:\n  newswash page.txt                       the article, as text\n"
                  "  newswash --to json --audit page.txt     with all that was removed and why\n"
                  "  newswash --out clean/ scraped/          one file an article\n"
                  "  newswash --into text --out b.jsonl.gz a.jsonl.gz\n{}",
                  kStatuses));
}

void describe_repair(CLI::App& app, OptionTable& table) {
  add_inputs(app, table);
  Adder(app, table, "Output")
      .choice("--to", table.options.to, "FORMAT",
              {{"text", OutputFormat::text}, {"jsonl", OutputFormat::jsonl}},
              "Output format: text (default) or jsonl");
  add_outputs(app, table);
  add_running(app, table);
  add_fixes(app, table);
  app.add_flag("--list", table.options.list, "Name the fixes, each with an example");
  app.footer(
      fmt::format("Examples:\n  newswash repair broken.txt                  all default fixes\n"
                  "  newswash repair --only encoding broken.txt  mojibake and nothing else\n"
                  "  newswash repair --quotes straight -i a.txt  in place\n{}",
                  kStatuses));
}

void describe_explain(CLI::App& app, OptionTable& table) {
  add_inputs(app, table);
  add_running(app, table);
  add_cleaning(app, table);
  add_fixes(app, table);
  app.footer(fmt::format(
      "Each line of the page with its number; removed ones are marked - with rule and category,\nrepairs "
      "stand below their line. "
      "Colour on a terminal, unless NO_COLOR is set.\n\nExample:\n  newswash explain page.txt | less\n{}",
      kStatuses));
}

const Names<Level> kShownLevels = {
    {"error", Level::error}, {"warning", Level::warning}, {"note", Level::note}};

void add_report(CLI::App& app, OptionTable& table) {
  Adder add(app, table, "Report");
  add.choice("--format", table.options.check.report.format, "FORMAT",
             {{"text", ReportFormat::text},
              {"json", ReportFormat::json},
              {"jsonl", ReportFormat::jsonl},
              {"github", ReportFormat::github},
              {"sarif", ReportFormat::sarif},
              {"junit", ReportFormat::junit}},
             "Report: text (default), json, jsonl, github, sarif or junit");
  add.choice("--show", table.options.check.report.show, "LEVEL", kShownLevels,
             "Show findings of this level and above: error, warning (default), note")
      ->default_str("warning");
}

void add_gates(CLI::App& app, OptionTable& table) {
  Adder add(app, table, "Gates");
  add.choice("--fail-on", table.options.check.fail_on, "LEVEL", kShownLevels,
             "Findings of this level and above fail the run: error (default), warning, note");
  add.value("--max-findings", table.options.check.max_findings, "N", "Let N such findings pass (default: 0)")
      ->check(CLI::Validator(is_count, ""))
      ->default_str("0");
  add.list("--max-rate", table.lists.rates, "RULE=PERCENT",
           "Let findings of RULE pass in a share of the records: leftover=0.5%");
  std::string names = "none";
  for (const Profile& each : profiles()) names += fmt::format(", {}", each.name);
  CLI::Option* const profile = add.value("--profile", table.lists.profile, "NAME",
                                         fmt::format("Whose limits are looked at: {} (default: news)", names))
                                   ->default_str(std::string(kDefaultProfile));
  table.choices[profile] = {"none"};
  for (const Profile& each : profiles()) table.choices[profile].emplace_back(each.name);
  add.list("--threshold", table.lists.thresholds, "LIMIT=VALUE",
           "Give a limit of the profile another threshold");
  add.list("--language", table.options.check.languages, "LANG",
           "Articles must be in one of these languages: en,de")
      ->delimiter(',')
      ->option_text("LANG,...");
  add.list("--level", table.lists.levels, "RULE=LEVEL",
           "Give RULE or its family another level: error, warning, note or off");
  add.value("--baseline", table.options.check.baseline, "FILE",
            "Accept the findings that FILE holds; only new ones count");
  add.value("--write-baseline", table.options.check.write_baseline, "FILE",
            "Write all findings of this run to FILE, and pass");
  add.value("--suppressions", table.options.check.suppressions, "FILE",
            "Accept the single findings that FILE names, each with a reason");
  add.value("--since", table.options.check.since, "REV",
            "Look only at records that changed since git revision REV");
}

void describe_check(CLI::App& app, OptionTable& table) {
  add_inputs(app, table);
  add_report(app, table);
  add_gates(app, table);
  add_running(app, table);
  add_cleaning(app, table);
  add_fixes(app, table);
  app.footer(
      "Examples:\n  newswash check corpus/                       what is wrong, grouped by file\n"
      "  newswash check --format sarif corpus/ > a.sarif\n"
      "  newswash check --write-baseline known.json corpus/   accept what is there\n"
      "  newswash check --baseline known.json corpus/         only what is new counts\n"
      "Exit status: 0 clean, 1 findings, 2 usage or nothing was read, 3 some records could not be read.\n"
      "The format never changes it.");
}

void describe_rules(CLI::App& app, OptionTable& table) {
  app.add_option("ID", table.options.show, "Show the rules whose name begins with ID");
  app.add_flag("--test", table.options.test, "Run the examples that stand beside the rules");
  app.add_option("--rules", table.options.rules_file, "Your own rules instead of the built-in ones")
      ->option_text("FILE");
  app.footer(
      "Examples:\n  newswash rules                           list all rules\n"
      "  newswash rules en.newsletter             show these\n"
      "  newswash rules --test --rules mine.toml  test your own");
}

void describe_config(CLI::App& app, OptionTable& table) {
  app.add_option("INPUT", table.options.sources.inputs,
                 "Where the search for .newswash.toml begins (default: here)");
  app.add_option("--config", table.options.config, "The settings file to show")->option_text("FILE");
  app.footer(
      "Shows each option's value and where it comes from.\n\n"
      "Example of a settings file, .newswash.toml:\n"
      "  [clean]\n  from = \"jsonl\"\n  text-field = \"body\"\n\n"
      "  [check]\n  fail-on = \"warning\"\n  level = { \"leftover.credit\" = \"off\" }");
}

}  // namespace

OptionTable::OptionTable()
    : app("newswash turns scraped news text into the article and nothing else.", "newswash") {
  app.set_version_flag("--version", fmt::format("newswash {} (rules {})", version(), rules_version()));
  app.require_subcommand(1);
  app.formatter(std::make_shared<WrappedHelp>());
  describe_clean(
      *app.add_subcommand("clean", "The article, as text or JSON (the command when none is named)"), *this);
  describe_repair(*app.add_subcommand("repair", "Repair the text alone: nothing is removed"), *this);
  describe_explain(
      *app.add_subcommand("explain", "The page with every removed line and every repair marked, and why"),
      *this);
  describe_check(*app.add_subcommand("check", "Findings on corpus quality, for CI; nothing is changed"),
                 *this);
  describe_rules(*app.add_subcommand("rules", "List, show and test the boilerplate rules"), *this);
  describe_config(*app.add_subcommand("config", "Each option's value and where it comes from"), *this);
  app.footer(
      std::string("'newswash COMMAND --help' shows a command's options.\n\nExamples:\n  curl -s … | "
                  "html2text | newswash\n"
                  "  newswash explain page.txt\n"
                  "Exit status: 0 done, 1 'check' found something, 2 usage or nothing could be read,\n"
                  "3 some records were rejected and the rest is done."));
}

CLI::App* OptionTable::command() {
  const auto parsed = app.get_subcommands();
  return parsed.empty() ? nullptr : parsed.front();
}

}  // namespace newswash
