// git is run as a program of its own, without a shell.
#include "cli/changed_since.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <filesystem>

extern char** environ;

namespace newswash {
namespace {

namespace fs = std::filesystem;

/// A running git whose standard output can be read from `descriptor`.
class Git {
 public:
  explicit Git(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), "git");
    std::vector<char*> argv;
    argv.reserve(arguments.size() + 1);
    for (std::string& argument : arguments) argv.push_back(argument.data());
    argv.push_back(nullptr);
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0) return;
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    if (posix_spawnp(&process_, "git", &actions, nullptr, argv.data(), environ) != 0) process_ = -1;
    posix_spawn_file_actions_destroy(&actions);
    ::close(ends[1]);
    descriptor_ = ends[0];
  }
  Git(const Git&) = delete;
  Git& operator=(const Git&) = delete;
  ~Git() { finish(); }

  int descriptor() const { return descriptor_; }

  std::string read_all() const {
    std::string all;
    std::array<char, 1 << 14> buffer;
    for (ssize_t got = 0; (got = read(descriptor_, buffer.data(), buffer.size())) > 0;)
      all.append(buffer.data(), static_cast<std::size_t>(got));
    return all;
  }

  /// Waits for it. True if all went well.
  bool finish() {
    if (descriptor_ >= 0) ::close(descriptor_);
    descriptor_ = -1;
    if (process_ <= 0) return false;
    int status = 0;
    waitpid(process_, &status, 0);
    process_ = -1;
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
  }

 private:
  pid_t process_ = -1;
  int descriptor_ = -1;
};

std::optional<std::string> git_says(const std::string& folder, std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), {"-C", folder});
  Git git(std::move(arguments));
  std::string said = git.read_all();
  return git.finish() ? std::optional<std::string>(std::move(said)) : std::nullopt;
}

Error bad(const std::string& revision, std::string message) {
  return {ErrorCode::bad_value, {}, fmt::format("--since {}: {}", revision, message), {}};
}

void add_names(std::string_view names, std::unordered_set<std::string>& into) {
  while (!names.empty()) {
    const std::size_t end = names.find('\0');
    into.emplace(names.substr(0, end));
    names.remove_prefix(end == std::string_view::npos ? names.size() : end + 1);
  }
}

std::size_t hash_of(std::string_view bytes) {
  while (!bytes.empty() && (bytes.back() == '\n' || bytes.back() == '\r')) bytes.remove_suffix(1);
  return std::hash<std::string_view>{}(bytes);
}

}  // namespace

Result<ChangedSince> ChangedSince::find(const std::string& revision, const std::vector<std::string>& inputs,
                                        Framed open) {
  ChangedSince changed;
  changed.revision_ = revision;
  changed.open_ = std::move(open);
  fs::path folder = inputs.empty() || inputs.front() == "-" ? fs::path(".") : fs::path(inputs.front());
  std::error_code none;
  if (!fs::is_directory(folder, none))
    folder = folder.has_parent_path() ? folder.parent_path() : fs::path(".");
  auto root = git_says(folder.string(), {"rev-parse", "--show-toplevel"});
  if (!root || root->empty())
    return bad(revision, fmt::format("{} is in no git repository (or there is no git)", folder.string()));
  root->pop_back();  // its line end
  changed.root_ = *root;
  if (!git_says(*root, {"rev-parse", "--verify", "--quiet", revision + "^{commit}"}))
    return bad(revision, "there is no such revision");
  const auto differ = git_says(*root, {"diff", "--name-only", "--no-renames", "-z", revision, "--"});
  const auto strangers = git_says(*root, {"ls-files", "--others", "-z"});
  if (!differ || !strangers) return bad(revision, "git can't say what changed");
  add_names(*differ, changed.changed_);
  add_names(*strangers, changed.changed_);
  return changed;
}

Result<bool> ChangedSince::is_same(const Source& source) {
  old_records_.clear();
  std::error_code none;
  const std::string path = fs::relative(fs::weakly_canonical(source.path, none), root_, none).string();
  if (source.path == "-" || path.starts_with("..")) return false;  // git knows nothing of it
  if (!changed_.contains(path)) return true;
  if (auto failed = read_old(path, source)) return *std::move(failed);
  return false;
}

/// The records of the file as it was; none where it is new.
std::optional<Error> ChangedSince::read_old(const std::string& path, const Source& source) {
  if (!git_says(root_, {"cat-file", "-e", fmt::format("{}:{}", revision_, path)})) return std::nullopt;
  Git git({"-C", root_, "show", fmt::format("{}:{}", revision_, path)});
  RecordReader reader;
  if (auto failed = open_(reader, {fmt::format("/dev/fd/{}", git.descriptor()), source.relative}))
    return failed;
  while (const auto record = reader.next()) {
    if (*record) old_records_.insert(hash_of((*record)->bytes));
  }
  return std::nullopt;
}

bool ChangedSince::is_same(const RawArticle& record) const {
  return old_records_.contains(hash_of(record.bytes));
}

}  // namespace newswash
