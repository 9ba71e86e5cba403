// Writes the manual page and the shell completions from the option table, so that they say what --help says.
// Runs at build time: generate_manual FOLDER.
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <newswash/version.h>

#include <algorithm>
#include <fstream>

#include "cli/option_table.h"

namespace newswash {
namespace {

/// What an option is called and takes.
struct OptionNames {
  std::vector<std::string> flags;  // "-j", "--jobs"
  std::string value;               // "N"; empty for a flag
};

OptionNames names_of(const CLI::App& command, const CLI::Option& option) {
  OptionNames names;
  for (const std::string& name : option.get_snames()) names.flags.push_back(fmt::format("-{}", name));
  for (const std::string& name : option.get_lnames()) names.flags.push_back(fmt::format("--{}", name));
  if (option.get_items_expected() == 0) return names;
  const auto formatter = std::dynamic_pointer_cast<CLI::Formatter>(command.get_formatter());
  names.value = formatter->make_option_opts(&option);
  const std::size_t begin = names.value.find_first_not_of(' ');
  names.value =
      begin == std::string::npos ? "VALUE" : names.value.substr(begin, names.value.find(' ', begin) - begin);
  return names;
}

std::vector<const CLI::App*> commands_of(OptionTable& table) {
  std::vector<const CLI::App*> commands;
  for (const CLI::App* command : table.app.get_subcommands(nullptr)) commands.push_back(command);
  return commands;
}

std::vector<const CLI::Option*> options_of(const CLI::App& command) {
  std::vector<const CLI::Option*> options;
  for (const CLI::Option* option : command.get_options()) {
    if (!option->get_lnames().empty() || !option->get_snames().empty()) options.push_back(option);
  }
  return options;
}

bool takes_file(const OptionNames& names) {
  return names.value == "FILE" || names.value == "PATH";
}

/// Text for troff: no line begins a request, hyphens and backslashes are themselves.
std::string troff(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\')
      out += "\\e";
    else if (c == '-')
      out += "\\-";
    else if ((c == '.' || c == '\'') && (out.empty() || out.back() == '\n'))
      out += fmt::format("\\&{}", c);
    else
      out += c;
  }
  return out;
}

void write_command(const CLI::App& command, std::ostream& out) {
  out << ".SS newswash " << command.get_name() << '\n' << troff(command.get_description()) << ".\n";
  for (const CLI::Option* option : options_of(command)) {
    const OptionNames names = names_of(command, *option);
    out << ".TP\n";
    std::string head;
    for (const std::string& flag : names.flags)
      head += fmt::format("{}\\fB{}\\fR", head.empty() ? "" : ", ", troff(flag));
    if (!names.value.empty()) head += fmt::format(" \\fI{}\\fR", troff(names.value));
    out << head << '\n' << troff(option->get_description()) << ".\n";
  }
  if (!command.get_footer().empty()) out << ".PP\n.nf\n" << troff(command.get_footer()) << "\n.fi\n";
}

void write_manual(OptionTable& table, std::ostream& out) {
  out << ".TH NEWSWASH 1 \"\" \"newswash " << version() << "\" \"User Commands\"\n.SH NAME\nnewswash \\- "
      << troff("turns scraped news text into the article and nothing else")
      << "\n.SH SYNOPSIS\n.B newswash\n[\\fICOMMAND\\fR] [\\fIOPTIONS\\fR] [\\fIINPUT\\fR ...]\n.SH "
         "COMMANDS\n";
  for (const CLI::App* command : commands_of(table)) write_command(*command, out);
  out << ".SH FILES\n.TP\n\\fB.newswash.toml\\fR\n"
      << troff(
             "Settings, looked for in the folder of the first input and above it: option names as keys, a "
             "table "
             "for each command. 'newswash config' shows what holds.\n")
      << ".SH EXIT STATUS\n"
      << troff(
             "0 done; 1 'check' found something; 2 usage, nothing could be read, or the output could not be "
             "written; 3 some records were rejected and the rest is done.\n");
}

void write_bash(OptionTable& table, std::ostream& out) {
  out << "# bash completion for newswash\n_newswash() {\n  local cur=${COMP_WORDS[COMP_CWORD]} "
         "prev=${COMP_WORDS[COMP_CWORD-1]} cmd=${COMP_WORDS[1]} words=\n  case $cmd in\n";
  std::string commands;
  for (const CLI::App* command : commands_of(table)) commands += fmt::format("{} ", command->get_name());
  auto ordered = commands_of(table);
  std::rotate(ordered.begin(), ordered.begin() + 1, ordered.end());  // clean is what stands for all else
  for (const CLI::App* command : ordered) {
    out << "    " << (command->get_name() == "clean" ? "*" : command->get_name()) << ")";
    std::string all;
    std::string cases;
    for (const CLI::Option* option : options_of(*command)) {
      const OptionNames names = names_of(*command, *option);
      std::string pattern;
      for (const std::string& flag : names.flags) {
        all += fmt::format("{} ", flag);
        pattern += fmt::format("{}{}", pattern.empty() ? "" : "|", flag);
      }
      const auto choices = table.choices.find(option);
      if (choices != table.choices.end())
        cases += fmt::format("\n        {}) COMPREPLY=($(compgen -W '{}' -- \"$cur\")); return ;;", pattern,
                             fmt::join(choices->second, " "));
      else if (takes_file(names))
        cases += fmt::format(
            "\n        {}) compopt -o filenames; COMPREPLY=($(compgen -f -- \"$cur\")); return ;;", pattern);
      else if (!names.value.empty())
        cases += fmt::format("\n        {}) return ;;", pattern);
    }
    out << "\n      case $prev in" << cases << "\n      esac\n      words='" << all << "' ;;\n";
  }
  out << "  esac\n  if [[ $COMP_CWORD == 1 && $cur != -* ]]; then\n    COMPREPLY=($(compgen -W '" << commands
      << "' -- \"$cur\"))\n  fi\n  if [[ $cur == -* ]]; then\n    COMPREPLY=($(compgen -W \"$words\" -- "
         "\"$cur\"))\n"
         "  else\n    compopt -o filenames\n    COMPREPLY+=($(compgen -f -- \"$cur\"))\n  fi\n}\n"
         "complete -F _newswash newswash\n";
}

/// Text between single quotes for a shell.
std::string quoted(std::string_view text, std::string_view also = "") {
  std::string out;
  for (const char c : text) {
    if (c == '\'')
      out += "'\\''";
    else if (also.find(c) != std::string_view::npos)
      out += fmt::format("\\{}", c);
    else
      out += c;
  }
  return out;
}

void write_zsh(OptionTable& table, std::ostream& out) {
  out << "#compdef newswash\n_newswash() {\n  local -a commands\n  commands=(\n";
  for (const CLI::App* command : commands_of(table))
    out << "    '" << command->get_name() << ":" << quoted(command->get_description(), ":") << "'\n";
  out << "  )\n  local cmd=clean\n  (( CURRENT > 2 )) && (( ${+commands[(r)$words[2]:*]} )) && "
         "cmd=$words[2]\n"
         "  if (( CURRENT == 2 )) && [[ $words[2] != -* ]]; then\n    _describe command commands\n    "
         "_files\n    return\n"
         "  fi\n  case $cmd in\n";
  for (const CLI::App* command : commands_of(table)) {
    out << "    " << command->get_name() << ")\n      _arguments -s";
    for (const CLI::Option* option : options_of(*command)) {
      const OptionNames names = names_of(*command, *option);
      const auto choices = table.choices.find(option);
      std::string action;
      if (choices != table.choices.end())
        action = fmt::format(":{}:({})", names.value, fmt::join(choices->second, " "));
      else if (!names.value.empty())
        action = fmt::format(":{}:{}", names.value, takes_file(names) ? "_files" : " ");
      for (const std::string& flag : names.flags)
        out << fmt::format(" \\\n        '*{}[{}]{}'", flag, quoted(option->get_description(), "[]:"),
                           action);
    }
    out << " \\\n        '*:input:_files' ;;\n";
  }
  out << "  esac\n}\n_newswash \"$@\"\n";
}

void write_fish(OptionTable& table, std::ostream& out) {
  out << "# fish completion for newswash\n";
  std::string all;
  for (const CLI::App* command : commands_of(table)) all += fmt::format(" {}", command->get_name());
  for (const CLI::App* command : commands_of(table)) {
    out << fmt::format("complete -c newswash -n __fish_use_subcommand -a {} -d '{}'\n", command->get_name(),
                       quoted(command->get_description(), "'"));
    std::string when = fmt::format("__fish_seen_subcommand_from {}", command->get_name());
    if (command->get_name() == "clean")
      when = fmt::format("not __fish_seen_subcommand_from{}; or {}", all.substr(6), when);
    for (const CLI::Option* option : options_of(*command)) {
      const OptionNames names = names_of(*command, *option);
      out << fmt::format("complete -c newswash -n '{}'", when);
      for (const std::string& name : option->get_snames()) out << " -s " << name;
      for (const std::string& name : option->get_lnames()) out << " -l " << name;
      const auto choices = table.choices.find(option);
      if (choices != table.choices.end())
        out << fmt::format(" -x -a '{}'", fmt::join(choices->second, " "));
      else if (!names.value.empty())
        out << (takes_file(names) ? " -r" : " -x");
      std::string said = option->get_description();
      for (std::size_t at = said.find('\''); at != std::string::npos; at = said.find('\'', at + 2))
        said.insert(at, "\\");
      out << " -d '" << said << "'\n";
    }
  }
}

}  // namespace
}  // namespace newswash

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  const std::string folder = argv[1];
  newswash::OptionTable table;
  std::ofstream manual(folder + "/newswash.1");
  std::ofstream bash(folder + "/newswash.bash");
  std::ofstream zsh(folder + "/_newswash");
  std::ofstream fish(folder + "/newswash.fish");
  newswash::write_manual(table, manual);
  newswash::write_bash(table, bash);
  newswash::write_zsh(table, zsh);
  newswash::write_fish(table, fish);
  return manual && bash && zsh && fish ? 0 : 1;
}
