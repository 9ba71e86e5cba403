// The language of whole texts: a news sentence or two in every language of data/languages.toml, texts that
// carry a second language, and texts that are in none.
#include "reader/language/language.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace newswash {
namespace {

std::string_view language_of(std::string_view text) {
  std::vector<std::string_view> lines;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return find_language(lines);
}

struct Case {
  std::string_view language;
  std::string_view text;
};

// Synthetic, about thirty words each: what a brief in a newspaper holds.
constexpr Case kBriefs[] = {
    {"en",
     "The council said on Monday that it would repair the bridge before the end of the year, after engineers "
     "found cracks in two of its pillars during an inspection."},
    {"de",
     "Die Stadt will die Brücke noch vor dem Ende des Jahres reparieren lassen, nachdem Ingenieure bei einer "
     "Prüfung Risse in zwei Pfeilern gefunden haben, wie der Bürgermeister am Montag sagte."},
    {"fr",
     "La ville a annoncé lundi que le pont serait réparé avant la fin de l'année, après que des ingénieurs "
     "ont trouvé des fissures dans deux de ses piliers lors d'une inspection."},
    {"es",
     "El ayuntamiento anunció el lunes que reparará el puente antes de que termine el año, después de que "
     "los ingenieros hallaran grietas en dos de sus pilares durante una inspección."},
    {"pt",
     "A câmara anunciou na segunda-feira que vai reparar a ponte antes do fim do ano, depois de os "
     "engenheiros terem encontrado fissuras em dois dos seus pilares durante uma inspeção."},
    {"it",
     "Il comune ha annunciato lunedì che il ponte sarà riparato prima della fine dell'anno, dopo che gli "
     "ingegneri hanno trovato delle crepe in due dei suoi piloni durante un'ispezione."},
    {"nl",
     "De gemeente laat de brug nog voor het einde van het jaar herstellen, nadat ingenieurs bij een controle "
     "scheuren in twee van de pijlers hadden gevonden, zei de burgemeester maandag."},
    {"pl",
     "Władze miasta poinformowały w poniedziałek, że most zostanie naprawiony jeszcze przed końcem roku, po "
     "tym jak inżynierowie znaleźli pęknięcia w dwóch jego filarach, które były sprawdzane."},
    {"sv",
     "Kommunen meddelade på måndagen att bron ska lagas före årets slut, efter att ingenjörer hade hittat "
     "sprickor i två av pelarna när de gjorde en kontroll."},
    {"da",
     "Kommunen oplyste mandag, at broen bliver repareret inden årets udgang, efter at ingeniører havde "
     "fundet revner i to af pillerne, da de var ude for at se på den."},
    {"no",
     "Kommunen opplyste mandag at broen blir reparert før årets slutt, etter at ingeniører hadde funnet "
     "sprekker i to av pilarene da de var ute for å se på den."},
    {"fi",
     "Kaupunki kertoi maanantaina, että silta korjataan ennen vuoden loppua, koska insinöörit olivat "
     "löytäneet halkeamia kahdesta sen pilarista. Työt on tarkoitus aloittaa heti, mutta liikenne ei "
     "katkea."},
    {"cs",
     "Město v pondělí oznámilo, že most bude opraven ještě do konce roku, protože inženýři při kontrole "
     "našli trhliny ve dvou jeho pilířích, které se musí co nejdříve zpevnit."},
    {"sk",
     "Mesto v pondelok oznámilo, že most bude opravený ešte do konca roka, pretože inžinieri pri kontrole "
     "našli trhliny v dvoch jeho pilieroch, ktoré sa musia čo najskôr spevniť."},
    {"hu",
     "A város hétfőn azt közölte, hogy a hidat még az év vége előtt megjavítják, miután a mérnökök egy "
     "vizsgálat során repedéseket találtak két pillérben, és ez veszélyes lehet."},
    {"ro",
     "Primăria a anunțat luni că podul va fi reparat până la sfârșitul anului, după ce inginerii au găsit "
     "fisuri în doi dintre pilonii săi, în timpul unei inspecții care a durat o săptămână."},
    {"tr",
     "Belediye pazartesi günü yaptığı açıklamada, köprünün yıl sonundan önce onarılacağını, çünkü "
     "mühendislerin iki ayağında çatlaklar bulduğunu söyledi. Çalışmalar için ihale bu ay yapılacak ve "
     "trafik daha sonra açılacak."},
    {"hr",
     "Grad je u ponedjeljak priopćio da će most biti popravljen prije kraja godine, nakon što su inženjeri "
     "tijekom pregleda pronašli pukotine na dva stupa. Tko će platiti, nije poznato."},
    {"sr",
     "Grad je u ponedeljak saopštio da će most biti popravljen pre kraja godine, pošto su inženjeri tokom "
     "pregleda pronašli pukotine na dva stuba. Ko će da plati, uvek je pitanje posle radova."},
    {"sl",
     "Občina je v ponedeljek sporočila, da bo most popravljen še pred koncem leta, saj so inženirji pri "
     "pregledu našli razpoke v dveh stebrih, ki ju je treba čim prej utrditi."},
    {"et",
     "Linn teatas esmaspäeval, et sild parandatakse enne aasta lõppu, sest insenerid leidsid kahest sambast "
     "pragusid. Tööd peaks algama juba sel kuul, kuid liiklust ei suleta, ütles linnapea."},
    {"lv",
     "Pašvaldība pirmdien paziņoja, ka tilts tiks salabots vēl līdz gada beigām, jo inženieri pārbaudes "
     "laikā divos tā balstos atrada plaisas, kas var būt bīstamas."},
    {"lt",
     "Savivaldybė pirmadienį pranešė, kad tiltas bus suremontuotas dar iki metų pabaigos, nes inžinieriai "
     "per patikrinimą rado įtrūkimų dviejose atramose, kurios yra labai senos."},
    {"id",
     "Pemerintah kota mengatakan pada Senin bahwa jembatan itu akan diperbaiki sebelum akhir tahun, setelah "
     "para insinyur menemukan retakan di dua tiangnya karena usia yang sudah tua."},
    {"ms",
     "Majlis bandaraya berkata pada Isnin bahawa jambatan itu akan dibaiki sebelum akhir tahun, selepas "
     "jurutera menemui rekahan pada dua tiangnya kerana usia yang lama, iaitu 60 tahun."},
    {"vi",
     "Thành phố cho biết hôm thứ Hai rằng cây cầu sẽ được sửa chữa trước cuối năm, sau khi các kỹ sư phát "
     "hiện vết nứt ở hai trụ cầu trong một cuộc kiểm tra."},
    {"ca",
     "L'ajuntament va anunciar dilluns que el pont es repararà abans que acabi l'any, després que els "
     "enginyers trobessin esquerdes en dos dels seus pilars durant una inspecció amb càmeres."},
    {"eu",
     "Udalak astelehenean esan zuen zubia urtea amaitu baino lehen konponduko dutela, ingeniariek bi "
     "zutabetan arrailak aurkitu ondoren. Lanak hilabete honetan hasiko dira, eta ez da trafikorik itxiko."},
    {"gl",
     "O concello anunciou o luns que a ponte será reparada antes de que remate o ano, despois de que os "
     "enxeñeiros atopasen gretas en dous dos seus piares durante unha inspección coa Xunta."},
    {"sq",
     "Bashkia tha të hënën se ura do të riparohet para fundit të vitit, pasi inxhinierët gjetën çarje në dy "
     "shtylla gjatë një kontrolli që u bë këtë muaj."},
    {"is",
     "Borgin sagði á mánudag að brúin yrði löguð fyrir lok ársins eftir að verkfræðingar fundu sprungur í "
     "tveimur stöplum hennar þegar þeir skoðuðu hana. Það er ekki talið hættulegt."},
    {"mt",
     "Il-kunsill qal nhar it-Tnejn li l-pont se jissewwa qabel tmiem is-sena, wara li l-inġiniera sabu xquq "
     "f'żewġ pilastri waqt spezzjoni. Ix-xogħol mhux se jibda din il-ġimgħa, iżda aktar tard."},
    {"af",
     "Die stad het Maandag gesê dat die brug voor die einde van die jaar herstel sal word, nadat ingenieurs "
     "krake in twee van sy pilare gevind het. Dit is nie gevaarlik nie."},
    {"sw",
     "Baraza la mji lilisema Jumatatu kwamba daraja hilo litakarabatiwa kabla ya mwisho wa mwaka, baada ya "
     "wahandisi kupata nyufa katika nguzo mbili wakati wa ukaguzi wa serikali."},
    {"tl",
     "Sinabi ng lungsod noong Lunes na aayusin ang tulay bago matapos ang taon, matapos makita ng mga "
     "inhinyero ang mga bitak sa dalawa sa mga haligi nito."},
    {"cy",
     "Dywedodd y cyngor ddydd Llun y bydd y bont yn cael ei thrwsio cyn diwedd y flwyddyn, ar ôl i "
     "beirianwyr ddod o hyd i graciau mewn dau o'i phileri. Mae'r gwaith wedi dechrau."},
    {"ga",
     "Dúirt an chomhairle Dé Luain go ndeiseofar an droichead roimh dheireadh na bliana, tar éis "
     "d'innealtóirí scoilteanna a aimsiú i dhá cheann de na piléir. Níl aon bhaol ann, dar leis an méara."},
    {"ru",
     "Городские власти сообщили в понедельник, что мост отремонтируют до конца года, после того как инженеры "
     "нашли трещины в двух его опорах. Движение не будет закрыто, но скорость ограничат."},
    {"uk",
     "Міська влада повідомила у понеділок, що міст відремонтують до кінця року, після того як інженери "
     "знайшли тріщини у двох його опорах. Рух не буде закрито, але швидкість обмежать."},
    {"be",
     "Гарадскія ўлады паведамілі ў панядзелак, што мост адрамантуюць да канца года, пасля таго як інжынеры "
     "знайшлі расколіны ў дзвюх яго апорах. Рух не будзе закрыты, але хуткасць абмяжуюць."},
    {"bg",
     "Общината съобщи в понеделник, че мостът ще бъде ремонтиран до края на годината, след като инженери "
     "откриха пукнатини в две от опорите му. Движението няма да бъде спряно, но ще е по-бавно."},
    {"mk",
     "Општината соопшти во понеделникот дека мостот ќе биде поправен до крајот на годината, откако "
     "инженерите најдоа пукнатини во два негови столба. Сообраќајот нема да се прекине, но ќе биде побавен."},
    {"sr",
     "Град је у понедељак саопштио да ће мост бити поправљен пре краја године, пошто су инжењери током "
     "прегледа пронашли пукотине на два стуба. Саобраћај неће бити обустављен, али ће бити спорији."},
    {"kk",
     "Қала әкімдігі дүйсенбі күні көпір жыл соңына дейін жөнделетінін хабарлады, өйткені инженерлер екі "
     "тіректен жарық тапты. Бұл туралы әкім айтты және жұмыс осы айда басталады деп болжануда."},
    {"mn",
     "Хотын захиргаа даваа гарагт гүүрийг оны эцэс гэхэд засна гэж мэдэгдлээ. Инженерүүд хоёр тулгуурт "
     "хагарал байгааг олсон бөгөөд энэ нь аюултай болон яаралтай юм гэж дарга хэлэв."},
    {"ar",
     "قالت البلدية يوم الاثنين إن الجسر سيتم إصلاحه قبل نهاية العام بعد أن عثر المهندسون على شقوق في اثنين "
     "من أعمدته خلال عملية تفتيش، ولم يتم إغلاق الطريق أمام السيارات حتى الآن."},
    {"fa",
     "شهرداری روز دوشنبه گفت که این پل تا پایان سال تعمیر خواهد شد، پس از آنکه مهندسان در بازرسی دو پایه آن "
     "ترک پیدا کردند. راه برای خودروها بسته نمی شود."},
    {"ur",
     "بلدیہ نے پیر کو کہا کہ پل کی مرمت سال کے آخر سے پہلے کر دی جائے گی، کیونکہ انجینئروں کو معائنے کے "
     "دوران اس کے دو ستونوں میں دراڑیں ملی ہیں اور یہ خطرناک ہے۔"},
    {"ps",
     "ښاروالۍ د دوشنبې په ورځ وویل چې پل به د کال تر پایه پورې ورغول شي، ځکه چې انجینرانو په دوو ستنو کې "
     "درزونه موندلي دي او دا خطرناک دی."},
    {"ku",
     "شارەوانی ڕۆژی دووشەممە ڕایگەیاند کە پردەکە تا کۆتایی ساڵ چاک دەکرێتەوە، دوای ئەوەی ئەندازیاران لە دوو "
     "پایەدا درزیان دۆزیەوە و ئەم کارە لەگەڵ حکومەت دەکات."},
    {"hi",
     "नगर निगम ने सोमवार को कहा कि पुल की मरम्मत साल के अंत से पहले की जाएगी, क्योंकि इंजीनियरों को जांच के दौरान इसके दो "
     "खंभों में दरारें मिली हैं और यह खतरनाक है।"},
    {"mr",
     "महापालिकेने सोमवारी सांगितले की पुलाची दुरुस्ती वर्ष संपण्यापूर्वी केली जाणार आहे, कारण अभियंत्यांना त्याच्या दोन खांबांमध्ये "
     "भेगा आढळल्या आहेत आणि हा पूल धोकादायक आहे असे ते म्हणाले. मात्र वाहतूक सुरू आहे."},
    {"ne",
     "नगरपालिकाले सोमबार भनेको छ कि पुल वर्षको अन्त्यसम्म मर्मत गरिने छ र यसका दुई खम्बामा चिरा परेको इन्जिनियरले बताए। यो "
     "काम गर्न सरकारले पनि सहयोग गर्ने भएको छ तर मिति तय भएको छैन।"},
    {"zh", "市政府周一表示，工程师在检查中发现两根桥墩有裂缝，大桥将在年底前修复。"},
    {"ja", "市は月曜日、点検で橋脚2本にひび割れが見つかったため、年末までに橋を修理すると発表した。"},
    {"ko", "시는 월요일 점검에서 교각 두 개에 균열이 발견돼 연말까지 다리를 수리하겠다고 밝혔다."},
    {"el", "Ο δήμος ανακοίνωσε τη Δευτέρα ότι η γέφυρα θα επισκευαστεί πριν από το τέλος του έτους."},
    {"he", "העירייה הודיעה ביום שני כי הגשר יתוקן לפני סוף השנה, לאחר שמהנדסים מצאו סדקים."},
    {"th", "เทศบาลแถลงเมื่อวันจันทร์ว่าสะพานจะได้รับการซ่อมแซมก่อนสิ้นปี"},
    {"zu",
     "UMasipala uthe ngoMsombuluko ibhuloho lizolungiswa ngaphambi kokuphela konyaka, ngoba onjiniyela "
     "bathole imifantu ezinsikeni ezimbili. Bathi abantu bangaqhubeka nokulisebenzisa kodwa kufanele "
     "baqaphele ukuthi akukho okonakele, futhi lokhu kubalulekile kakhulu manje."},
};

TEST(Language, NamesEveryLanguageOfItsTablesFromABrief) {
  EXPECT_GE(std::size(kBriefs), 60U);
  for (const Case& brief : kBriefs) EXPECT_EQ(language_of(brief.text), brief.language) << brief.text;
}

TEST(Language, ReadsCapitals) {
  EXPECT_EQ(language_of("THE COUNCIL SAID THAT IT WOULD REPAIR THE BRIDGE BEFORE THE END OF THE YEAR"), "en");
  EXPECT_EQ(
      language_of(
          "DIE BRÜCKE WIRD NOCH VOR DEM ENDE DES JAHRES FÜR DIE AUTOS GEÖFFNET, SAGTE DER BÜRGERMEISTER"),
      "de");
  EXPECT_EQ(language_of(
                "ГОРОДСКИЕ ВЛАСТИ СООБЩИЛИ, ЧТО МОСТ БУДЕТ ОТКРЫТ ДО КОНЦА ГОДА И НЕ БУДЕТ ЗАКРЫТ НА РЕМОНТ"),
            "ru");
}

TEST(Language, IsThatOfTheArticleNotOfTheMenu) {
  std::string page;
  for (int i = 0; i < 40; ++i) page += "Home\nAbout us\nSign in to your account\nThe best of the week\n";
  for (int i = 0; i < 5; ++i) {
    page +=
        "Die Stadt will die Brücke noch vor dem Ende des Jahres reparieren lassen, nachdem Ingenieure bei "
        "einer "
        "Prüfung Risse in zwei Pfeilern gefunden haben, wie der Bürgermeister am Montag sagte.\n";
  }
  EXPECT_EQ(language_of(page), "de");
}

TEST(Language, IsThatOfTheTextNotOfAQuotation) {
  EXPECT_EQ(
      language_of(
          "Le président a répondu en anglais à la question d'un journaliste sur la réforme des retraites : "
          "\"We will do it before the end of the year.\" Il n'a pas voulu en dire plus, mais ses ministres "
          "ont déjà commencé à travailler sur le texte avec les syndicats."),
      "fr");
}

TEST(Language, IsEmptyWhereNothingSpeaksForOne) {
  for (const std::string_view text :
       {std::string_view(""), std::string_view("\n\n"),
        std::string_view("1 234 567,89 12:30 2024-05-01 +3.5% 17/4"), std::string_view("Lorna Kestrel"),
        std::string_view("xkqj wpf zzgh trwq lkjh mnbv qwrt plkm njhb vgfc xdrs"),
        std::string_view("for (int i = 0; i < n; ++i) { if (a[i] == b[i]) { return this->as_list(i); } }"),
        std::string_view("https://example.org/in/the/name/of/the/law.html?is=it&that=was")}) {
    EXPECT_EQ(language_of(text), "") << text;
  }
}

TEST(Language, IsTheSameForTheSameLinesAndForAnyCut) {
  const std::string_view text = kBriefs[0].text;
  for (std::size_t i = 0; i < 20; ++i) EXPECT_EQ(language_of(text), "en");
  std::string article;
  for (int i = 0; i < 50; ++i) article += std::string(text) + " ";
  EXPECT_EQ(language_of(article), "en");
  std::string japanese;
  for (int i = 0; i < 50; ++i)
    japanese += "市は月曜日、点検で橋脚2本にひび割れが見つかったため、年末までに橋を修理すると発表した。";
  EXPECT_EQ(language_of(japanese), "ja");
}

TEST(Language, AddressesAndPaddingAreNoProse) {
  std::string page;
  for (int i = 0; i < 20; ++i) page += "IFRAME:https://ads.example.org/" + std::string(200, 'x') + "\n";
  page += std::string(kBriefs[4].text) + std::string(4000, ' ') + "\n";
  EXPECT_EQ(language_of(page), "pt");
}

}  // namespace
}  // namespace newswash
