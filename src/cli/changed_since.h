// What changed since a git revision: `check --since` looks at nothing else. A file that git says is the same
// is not read; of one that differs, a record whose bytes stood in the old file, anywhere, is passed over.
// Mine: asking git. Not mine: reading records (newswash/source.h).
#pragma once

#include <newswash/source.h>

#include <functional>
#include <string>
#include <unordered_set>

namespace newswash {

class ChangedSince {
 public:
  /// Begins reading a source's records; null at their end.
  using Framed = std::function<std::optional<Error>(RecordReader& reader, const Source& source)>;

  /// Finds out what changed below the working tree that `inputs` lie in. Fails with bad_value where there is
  /// no git, no repository or no such revision. `open` opens a source as the run itself does.
  static Result<ChangedSince> find(const std::string& revision, const std::vector<std::string>& inputs,
                                   Framed open);

  /// Whether the source is the same as it was; from now on `is_same` is about its records.
  Result<bool> is_same(const Source& source);
  bool is_same(const RawArticle& record) const;

 private:
  std::optional<Error> read_old(const std::string& path, const Source& source);

  std::string revision_;
  std::string root_;                         // of the working tree, without links
  std::unordered_set<std::string> changed_;  // paths below the root
  Framed open_;
  std::unordered_set<std::size_t> old_records_;  // hashes of the bytes
};

}  // namespace newswash
