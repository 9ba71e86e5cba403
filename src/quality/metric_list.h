// Every metric: its name in the code, its public name and what it is. The name after the @ says whose
// arithmetic it follows; `newswash` is our own, where none of the others is right for news. Facts about the
// others' arithmetic are read from their code (datatrove, dolma, dclm, nemo, tfds: the projects; rpv2:
// RedPajama v2; v1: datatrove's first FineWeb filter). Their tokenizers and sentence splitters are not
// rebuilt: tokens, words, lines and sentences are those of scan.h everywhere.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

// clang-format off
#define NEWSWASH_METRICS(X) \
  X(c4_chars_tfds, "c4.chars@tfds", "characters of the text") \
  X(c4_longest_word_tfds, "c4.longest_word@tfds", "characters of the longest white-space word") \
  X(c4_terminal_tfds, "c4.terminal@tfds", "share of lines that end in . ? ! or \", and not in ...") \
  X(c4_terminal_datatrove, "c4.terminal@datatrove", "share of lines that end in . ? ! \" or ', and not in ...") \
  X(c4_terminal_dolma, "c4.terminal@dolma", "share of lines that end in . ? ! or \"") \
  X(c4_terminal_rpv2, "c4.terminal@rpv2", "share of lines that end in . ! ? or a closing curly quote") \
  X(c4_terminal_nemo, "c4.terminal@nemo", "share of lines that end in . ? ! \" or '") \
  X(c4_terminal_newswash, "c4.terminal@newswash", "share of lines that end a sentence in any script, quotes and brackets looked through") \
  X(c4_kept_words_tfds, "c4.kept_words@tfds", "share of words on lines with an end mark, 5 words, and no policy, javascript or long word") \
  X(c4_kept_words_datatrove, "c4.kept_words@datatrove", "the same with datatrove's end marks and 3 words") \
  X(c4_kept_words_newswash, "c4.kept_words@newswash", "the same with our end marks and 3 words") \
  X(c4_sentences_tfds, "c4.sentences@tfds", "sentences on the lines that c4.kept_words@tfds counts") \
  X(c4_sentences_datatrove, "c4.sentences@datatrove", "sentences on the lines that c4.kept_words@datatrove counts") \
  X(c4_sentences_newswash, "c4.sentences@newswash", "sentences on all lines") \
  X(c4_javascript_tfds, "c4.javascript@tfds", "lines that hold javascript, in any case") \
  X(c4_javascript_dolma_v1, "c4.javascript@dolma_v1", "times javascript stands as a word of its own, in any case") \
  X(c4_policy_tfds, "c4.policy@tfds", "lines that hold terms of use, privacy policy, cookie policy, uses cookies, use of cookies or use cookies") \
  X(c4_lorem_ipsum_tfds, "c4.lorem_ipsum@tfds", "lines with lorem ipsum among those with an end mark and 5 words") \
  X(c4_lorem_ipsum_dolma, "c4.lorem_ipsum@dolma", "times lorem ipsum stands in the text") \
  X(c4_curly_bracket_tfds, "c4.curly_bracket@tfds", "lines with { among those with an end mark, 5 words and no javascript") \
  X(c4_curly_bracket_dolma, "c4.curly_bracket@dolma", "curly brackets { in the text") \
  X(c4_long_lines_mc4, "c4.long_lines@mc4", "lines of at least 200 characters") \
  X(gopher_words_datatrove, "gopher.words@datatrove", "tokens without punctuation") \
  X(gopher_words_dolma, "gopher.words@dolma", "white-space words") \
  X(gopher_mean_word_length_datatrove, "gopher.mean_word_length@datatrove", "mean characters of tokens without punctuation") \
  X(gopher_median_word_length_dolma, "gopher.median_word_length@dolma", "median characters of white-space words") \
  X(gopher_mean_word_length_dclm, "gopher.mean_word_length@dclm", "mean characters of white-space words") \
  X(gopher_hash_datatrove, "gopher.hash@datatrove", "# per token") \
  X(gopher_ellipsis_datatrove, "gopher.ellipsis@datatrove", "... and \u2026 per token") \
  X(gopher_symbols_dolma, "gopher.symbols@dolma", "share of white-space words with # or \u2026") \
  X(gopher_symbols_dclm, "gopher.symbols@dclm", "# ... . . . and \u2026 together per white-space word") \
  X(gopher_bullets_datatrove, "gopher.bullets@datatrove", "share of all lines that begin with \u2022 or -, spaces before them looked through") \
  X(gopher_bullets_dolma_v1, "gopher.bullets@dolma_v1", "share of all lines, blank ones too, that begin with * or -") \
  X(gopher_bullets_dolma_v2, "gopher.bullets@dolma_v2", "share of lines that begin with * or -") \
  X(gopher_bullets_dclm, "gopher.bullets@dclm", "share of lines that begin with \u25CF \u2022 * or -") \
  X(gopher_ellipsis_lines_datatrove, "gopher.ellipsis_lines@datatrove", "share of all lines, blank ones too, that end in ... or \u2026") \
  X(gopher_ellipsis_lines_dolma, "gopher.ellipsis_lines@dolma", "share of all lines, blank ones too, that end in \u2026") \
  X(gopher_ellipsis_lines_dclm, "gopher.ellipsis_lines@dclm", "share of lines that end in ... . . . or \u2026") \
  X(gopher_alpha_datatrove, "gopher.alpha@datatrove", "share of tokens, punctuation among them, with a letter") \
  X(gopher_alpha_dolma, "gopher.alpha@dolma", "share of white-space words with a letter") \
  X(gopher_stop_words_datatrove, "gopher.stop_words@datatrove", "how many of the, be, to, of, and, that, have, with are tokens in lower case") \
  X(gopher_stop_words_dolma, "gopher.stop_words@dolma", "occurrences of those eight as white-space words in lower case") \
  X(gopher_stop_words_dclm, "gopher.stop_words@dclm", "occurrences of those eight as white-space words in lower case, capitals or with a capital") \
  X(gopher_stop_words_newswash, "gopher.stop_words@newswash", "how many of the language's 16 most frequent function words are tokens, a capital looked through") \
  X(gopher_dup_lines_datatrove, "gopher.dup_lines@datatrove", "lines that repeat an earlier one / lines") \
  X(gopher_dup_lines_dolma_v1, "gopher.dup_lines@dolma_v1", "all copies of repeated lines / all lines; blank lines are lines and copies of each other") \
  X(gopher_dup_lines_dclm, "gopher.dup_lines@dclm", "all copies of repeated lines / lines") \
  X(gopher_dup_line_chars_datatrove, "gopher.dup_line_chars@datatrove", "characters of lines that repeat an earlier one / characters of the text") \
  X(gopher_dup_line_chars_dolma, "gopher.dup_line_chars@dolma", "characters of all copies of repeated lines / characters that are no white space") \
  X(gopher_dup_line_chars_dclm, "gopher.dup_line_chars@dclm", "characters of all copies of repeated lines / characters of lines") \
  X(gopher_dup_paragraphs_datatrove, "gopher.dup_paragraphs@datatrove", "paragraphs that repeat an earlier one / paragraphs") \
  X(gopher_dup_paragraphs_dclm, "gopher.dup_paragraphs@dclm", "all copies of repeated paragraphs / paragraphs") \
  X(gopher_dup_paragraph_chars_datatrove, "gopher.dup_paragraph_chars@datatrove", "characters of paragraphs that repeat an earlier one / characters of the text") \
  X(gopher_dup_paragraph_chars_dclm, "gopher.dup_paragraph_chars@dclm", "characters of all copies of repeated paragraphs / characters of paragraphs") \
  NEWSWASH_TOP_NGRAM(X, 2) NEWSWASH_TOP_NGRAM(X, 3) NEWSWASH_TOP_NGRAM(X, 4) \
  NEWSWASH_DUP_NGRAM(X, 5) NEWSWASH_DUP_NGRAM(X, 6) NEWSWASH_DUP_NGRAM(X, 7) \
  NEWSWASH_DUP_NGRAM(X, 8) NEWSWASH_DUP_NGRAM(X, 9) NEWSWASH_DUP_NGRAM(X, 10) \
  X(fineweb_line_punct_v1, "fineweb.line_punct@v1", "share of all lines, blank ones too, that end in . ' \" ! or ?") \
  X(fineweb_line_punct_datatrove, "fineweb.line_punct@datatrove", "share of lines that end in a sentence terminal of any script, closing quotes not looked through") \
  X(fineweb_short_lines_v1, "fineweb.short_lines@v1", "share of all lines, blank ones too, of at most 30 characters") \
  X(fineweb_short_lines_datatrove, "fineweb.short_lines@datatrove", "share of lines of at most 30 characters") \
  X(fineweb_char_dup_datatrove, "fineweb.char_dup@datatrove", "characters of lines that repeat an earlier one / characters without line feeds") \
  X(fineweb_char_dup_paper, "fineweb.char_dup@paper", "characters of all copies of repeated lines / characters without line feeds") \
  X(fineweb_list_datatrove, "fineweb.list@datatrove", "line feeds per token") \
  X(refinedweb_upper_dclm, "refinedweb.upper@dclm", "share of lines with more than half of their characters in upper case") \
  X(refinedweb_upper_newswash, "refinedweb.upper@newswash", "share of lines with more than half of their letters, at least 4, in upper case") \
  X(refinedweb_digits_dclm, "refinedweb.digits@dclm", "share of lines that are digits only") \
  X(refinedweb_digits_newswash, "refinedweb.digits@newswash", "share of lines without a letter and with a digit") \
  X(refinedweb_counters_dclm, "refinedweb.counters@dclm", "share of lines that are a counter: 3 likes") \
  X(refinedweb_counters_newswash, "refinedweb.counters@newswash", "the same, one of a kind (1 like) and spaces in numbers among them") \
  X(refinedweb_one_word_dclm, "refinedweb.one_word@dclm", "share of lines of one white-space word") \
  X(refinedweb_phrases_dclm, "refinedweb.phrases@dclm", "share of lines of at most 10 words with items in cart, sign-in at the start or read more and three characters at the end, in any case") \
  X(refinedweb_phrases_newswash, "refinedweb.phrases@newswash", "the same with read more at the end of the line, dots or none after it") \
  X(refinedweb_removed_words_dclm, "refinedweb.removed_words@dclm", "share of tokens without punctuation that the @dclm rules take away") \
  X(refinedweb_removed_words_newswash, "refinedweb.removed_words@newswash", "the same for the @newswash rules; a line of one word stays") \
  X(news_words, "news.words@newswash", "tokens without punctuation; a Han or kana character counts half") \
  X(news_prose, "news.prose@newswash", "share of words on lines of at least 10 words that end a sentence") \
  X(news_sentence_words, "news.sentence_words@newswash", "share of words on lines that end a sentence") \
  X(news_words_per_line, "news.words_per_line@newswash", "words per line") \
  X(news_function_words, "news.function_words@newswash", "share of tokens that are function words of the language") \
  X(news_digits, "news.digits@newswash", "share of letters and digits that are digits") \
  X(news_letters, "news.letters@newswash", "share of characters, white space left out, that are letters") \
  X(news_capitalised, "news.capitalised@newswash", "share of tokens without punctuation that begin with a capital") \
  X(news_menu, "news.menu@newswash", "the longest menu: lines of fewer than 8 words and 60 characters that end no sentence count 1, others take 3 or, where they end a sentence, 5 away") \
  X(news_menu_share, "news.menu_share@newswash", "share of lines of fewer than 8 words and 60 characters that end no sentence, where there are more than 25")
#define NEWSWASH_TOP_NGRAM(X, N) \
  X(gopher_top_##N##gram_datatrove, "gopher.top_" #N "gram@datatrove", "characters of the most frequent " #N "-gram of tokens with its spaces, times its count / characters of the text") \
  X(gopher_top_##N##gram_dolma, "gopher.top_" #N "gram@dolma", "characters of the most frequent " #N "-gram of white-space words, times its count / characters of words") \
  X(gopher_top_##N##gram_dclm, "gopher.top_" #N "gram@dclm", "the same of tokens without punctuation, the longest of equally frequent ones, 0 where none is repeated")
#define NEWSWASH_DUP_NGRAM(X, N) \
  X(gopher_dup_##N##gram_datatrove, "gopher.dup_" #N "gram@datatrove", "characters of " #N "-grams of tokens that a scan from left to right has seen, jumping over each / characters of the text") \
  X(gopher_dup_##N##gram_dolma, "gopher.dup_" #N "gram@dolma", "characters of all occurrences of repeated " #N "-grams of white-space words / characters of all " #N "-grams") \
  X(gopher_dup_##N##gram_dclm, "gopher.dup_" #N "gram@dclm", "characters of tokens without punctuation that a repeated " #N "-gram covers / characters of such tokens")
// clang-format on

namespace newswash::quality {

enum class MetricId : std::uint8_t {
#define NEWSWASH_METRIC_ID(id, name, meaning) id,
  NEWSWASH_METRICS(NEWSWASH_METRIC_ID)
#undef NEWSWASH_METRIC_ID
      count
};

inline constexpr std::size_t kMetricCount = static_cast<std::size_t>(MetricId::count);

struct MetricName {
  std::string_view name;
  std::string_view meaning;
};

inline constexpr MetricName kMetricNames[] = {
#define NEWSWASH_METRIC_NAME(id, name, meaning) {name, meaning},
    NEWSWASH_METRICS(NEWSWASH_METRIC_NAME)
#undef NEWSWASH_METRIC_NAME
};

}  // namespace newswash::quality
