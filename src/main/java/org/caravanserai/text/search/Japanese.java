package org.caravanserai.text.search;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.lucene.analysis.ja.JapaneseTokenizer;
import org.apache.lucene.analysis.ja.tokenattributes.PartOfSpeechAttribute;
import org.apache.lucene.analysis.ja.tokenattributes.ReadingAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.caravanserai.text.Folding;

/** Reads runs of kanji and kana: which words they are and how these are pronounced. */
final class Japanese {

    /** Old and variant signs that names keep, beside the one that most people type. */
    private static final String VARIANTS =
            "髙高 﨑崎 嵜崎 濵浜 濱浜 邊辺 邉辺 齋斎 齊斎 斉斎 澤沢 眞真 廣広 國国 龍竜 櫻桜 惠恵 學学 嶋島 嶌島 冨富 德徳 瀨瀬 槇槙 曾曽 條条 "
                    + "淵渕 彌弥 榮栄 靜静 壽寿 圓円 團団 實実 寶宝 與与 萬万 晉晋 鐵鉄 關関 假仮 縣県 鹽塩 澁渋 瀧滝 藏蔵 穗穂 栁柳 𠮷吉";

    private static final Map<Integer, Integer> USUAL = new HashMap<>();

    /** A tokenizer keeps no state between texts but serves one at a time. */
    private static final ConcurrentLinkedQueue<JapaneseTokenizer> FREE = new ConcurrentLinkedQueue<>();

    static {
        for (var pair : VARIANTS.split(" ")) {
            var signs = pair.codePoints().toArray();
            USUAL.put(signs[0], signs[1]);
        }
    }

    private Japanese() {}

    /**
     * A word of a run.
     *
     * @param start where it begins in the run
     * @param reading its pronunciation, folded; empty for a sign that cannot be read
     * @param particle whether it only joins other words
     */
    record Token(int start, int end, String reading, boolean particle) {}

    /** The run with full-width kana and the usual form of every sign. */
    static String usual(String run) {
        var usual = new StringBuilder(run.length());
        Normalizer.normalize(run, Normalizer.Form.NFKC)
                .codePoints()
                .map(c -> USUAL.getOrDefault(c, c))
                .forEach(usual::appendCodePoint);
        return usual.toString();
    }

    static List<Token> tokens(String run) {
        var tokens = new ArrayList<Token>();
        var free = FREE.poll();
        var tokenizer = free == null ? new JapaneseTokenizer(null, true, true, JapaneseTokenizer.Mode.SEARCH) : free;
        try {
            tokenizer.setReader(new StringReader(run));
            var offset = tokenizer.addAttribute(OffsetAttribute.class);
            var reading = tokenizer.addAttribute(ReadingAttribute.class);
            var part = tokenizer.addAttribute(PartOfSpeechAttribute.class);
            tokenizer.reset();
            while (tokenizer.incrementToken()) {
                var written = run.substring(offset.startOffset(), offset.endOffset());
                @org.jspecify.annotations.Nullable String read = reading.getReading();
                @org.jspecify.annotations.Nullable String speech = part.getPartOfSpeech();
                tokens.add(new Token(
                        offset.startOffset(),
                        offset.endOffset(),
                        spelled(read == null ? written : read),
                        speech != null && (speech.startsWith("助詞") || speech.startsWith("助動詞"))));
            }
            tokenizer.end();
            tokenizer.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        FREE.add(tokenizer);
        return tokens;
    }

    /** Kana as a search knows them; empty if there is a kanji among them. */
    static String spelled(String kana) {
        var folded = Folding.fold(kana).replace(" ", "");
        return folded.codePoints().anyMatch(Runs::isHan) ? "" : folded;
    }
}
