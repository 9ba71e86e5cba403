// How records are found in bytes that come one block after another; one class a Framing. Mine: where a record
// begins and ends. Not mine: reading, counting, the cap (record_cutter.h), what a record says
// (record_parser.h).
#pragma once

#include <newswash/source.h>

#include <memory>
#include <string_view>

namespace newswash {

/// What a framer found at the start of the data it was given.
struct Cut {
  enum class Kind : std::uint8_t {
    more,       // nothing yet: more bytes are needed
    record,     // a record, up to `end`
    nothing,    // bytes up to `after` that are no record
    fault,      // bytes up to `after` that should have been one: `message`
    too_large,  // the same, known to be above the cap before it was read
    end,        // all was used
  };
  Kind kind = Kind::more;
  std::size_t end = 0;
  std::size_t after = 0;  // what is looked at next begins here
  std::string_view message;
};

class Framer {
 public:
  virtual ~Framer() = default;

  /// `data` begins behind the last cut and grows from call to call until there is one. Never `more` where
  /// `at_end`: nothing follows `data`.
  virtual Cut find(std::string_view data, bool at_end) = 0;

  /// How many bytes at the start of the data are no longer looked at. They are dropped by the caller.
  virtual std::size_t release() = 0;

  /// Whether a byte order mark before the first record is none of it.
  virtual bool skips_mark() const { return true; }
};

/// `first`: the first bytes; UTF-16 and UTF-32 are one record. `framing` is not automatic.
std::unique_ptr<Framer> framer_for(Framing framing, std::string_view first, std::uint64_t max_record);

std::unique_ptr<Framer> json_framer();
std::unique_ptr<Framer> csv_framer(char delimiter);
std::unique_ptr<Framer> warc_framer(std::uint64_t max_record);

}  // namespace newswash
