// The normalizer: repairs the text itself (encoding damage, entities, invisible characters, spaces) and
// removes no line. Each fix has a name; five are on by default, four change typography or form and are done
// on request only.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace newswash {

enum class Fix : std::uint8_t {
  encoding,
  entities,
  controls,
  invisibles,
  spaces,
  ligatures,
  width,
  quotes,
  form
};
inline constexpr std::size_t kFixCount = 9;

/// The name used by --only, --skip and the JSON record: "encoding".
std::string_view name_of(Fix fix) noexcept;
std::optional<Fix> fix_named(std::string_view name) noexcept;

/// `repair`: no style is imposed, but wrong marks (`the” plan”`) and lost apostrophes (`It?s`) are mended.
enum class QuoteStyle : std::uint8_t { keep, straight, curly, repair };
enum class UnicodeForm : std::uint8_t { keep, nfc, nfd, nfkc, nfkd };

/// What to repair. The default: encoding, entities, controls, invisibles, spaces; typography and form stay.
struct RepairOptions {
  std::uint8_t fixes = 0x1F;  // bit 1 << Fix, of the five default fixes
  QuoteStyle quotes = QuoteStyle::keep;
  UnicodeForm form = UnicodeForm::keep;
  bool split_ligatures = false;
  bool fold_width = false;
  std::string mojibake;  // the code page the text was misread as, where the caller knows it; else empty

  bool does(Fix fix) const noexcept { return (fixes >> static_cast<unsigned>(fix) & 1U) != 0; }
};

/// One repair as it was made. Where a later fix changed what an earlier one had put in, the two are one
/// repair under the earlier one's name; under "encoding" where taking a character away laid damage bare.
struct Repair {
  Fix fix = Fix::encoding;
  std::size_t begin = 0;  // bytes of the text that was given
  std::size_t end = 0;
  std::string after;
};

/// Damage that was seen and left as it stands, because what it was can't be told. Bytes of the text that was
/// given.
struct Unrepaired {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// A repaired text. Everything in it lives until the Repairer's next call or end, and the input must outlive
/// it.
struct Repaired {
  std::string_view text;            // the input itself where nothing was to repair
  std::span<const Repair> repairs;  // ascending, not overlapping; applied to the input they give `text`
  std::span<const Unrepaired> unrepaired;
};

/// Repairs one text at a time and keeps its buffers between them; no state goes from one text to the next.
class Repairer {
 public:
  explicit Repairer(RepairOptions options);
  ~Repairer();
  Repairer(Repairer&&) noexcept;
  Repairer& operator=(Repairer&&) noexcept;

  /// `text` is valid UTF-8. Can't fail; linear in the text's length.
  Repaired repair(std::string_view text);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace newswash
