#include "ui/state/engine_sentences.hpp"

#include <string>

#include <catch_amalgamated.hpp>

using namespace attune::ui;
using attune::chart::Language;

namespace {

const Strings kEnglish{Language::English};
const Strings kGerman{Language::German};
const Strings kFrench{Language::French};

}  // namespace

TEST_CASE("how a column was understood is told in the user's language, roles by their names",
          "[ui][sentences]") {
  CHECK(engine_sentence("Its name means customer-name, and the values fit", kGerman) ==
        "Sein Name bedeutet „Name des Kunden“, und die Werte passen");
  CHECK(engine_sentence("Its name means record-id, and the values fit", kEnglish) ==
        "Its name means “Number of the row”, and the values fit");
  CHECK(engine_sentence("Every cell is empty", kFrench) == "Toutes les cellules sont vides");
}

TEST_CASE("sentences of parts are translated part by part, with the language's numbers", "[ui][sentences]") {
  CHECK(engine_sentence("1,198 rows read from text with separated columns in utf-8, 2 rows could not be used",
                        kGerman) ==
        "1.198 Zeilen gelesen aus Text mit getrennten Spalten in utf-8, 2 Zeilen waren nicht brauchbar");
  CHECK(engine_sentence("3 rows read from JSON, one object a line, 1 row could not be used", kGerman) ==
        "3 Zeilen gelesen aus JSON, ein Objekt je Zeile, 1 Zeile war nicht brauchbar");
  CHECK(engine_sentence("Split at semicolons, 98 of 100 rows have 12 cells", kGerman) ==
        "Getrennt durch Semikolons, haben 98 von 100 Zeilen 12 Zellen");
}

TEST_CASE("what the engine is doing is told, with the file's name as it is", "[ui][sentences]") {
  CHECK(engine_sentence("Reading orders.csv", kGerman) == "orders.csv lesen");
  CHECK(engine_sentence("Reading between the lines", kGerman) == "Zwischen den Zeilen lesen");
}

TEST_CASE("a sentence that nobody has translated stays as it is", "[ui][sentences]") {
  CHECK(engine_sentence("Something new {0} was noticed.", kGerman) == "Something new {0} was noticed.");
  CHECK(engine_sentence("", kGerman).empty());
}
