"""The network: embeddings of word pieces and of pairs of neighbours, residual dilated convolutions, attention and max pooling by branch, one linear head per task.

A text's scores do not depend on its padding: every layer sees zeros beyond the end, as if the batch ended there.
"""
import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

import corpora
import tagged

WIDTH, DILATIONS, POOLS, HIDDEN, EMBEDDING = 160, (1, 1, 2, 4, 8), 4, 192, 128
# Two neighbouring pieces are looked up together in a table of buckets: (PAIR_FACTOR * earlier + later) mod PAIRS. An odd factor and a power of two
# above the number of pieces: for a given piece, every neighbour has a bucket of its own (hashed pairs as in Joulin et al. 2016).
PAIRS, PAIR_FACTOR = 1 << 15, 40503
HEADS = [("sentiment", len(corpora.SENTIMENTS)), ("stars", 5), ("emotion", len(corpora.EMOTIONS)), ("intent", len(corpora.INTENTS))]
# What shares its attention and hidden layer. The sentence embedding is a branch of its own.
BRANCHES = [("sentiment", ("sentiment", "stars")), ("emotion", ("emotion",)), ("intent", ("intent",))]
TAGS = sum(len(labels) for _, labels in tagged.HEADS)
CAPITALS = 6  # ways a word is written; see tagged.capitals


class Mixer(nn.Module):
    """x + W2 relu(W1 [h(t-d), h(t), h(t+d)]) with h = LayerNorm(x), zero beyond the text. New ones begin as the identity."""

    def __init__(self, dilation, dropout=0.0):
        super().__init__()
        self.dilation = dilation
        self.norm = nn.LayerNorm(WIDTH)
        self.gather = nn.Linear(3 * WIDTH, WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        nn.init.normal_(self.out.weight, std=0.02)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x, mask):
        h = self.norm(x) * mask
        if torch.is_autocast_cpu_enabled():
            h = h.to(torch.bfloat16)  # once, not thrice
        d = self.dilation
        padded = F.pad(h, (0, 0, d, d))
        h = torch.cat([padded[:, :-2 * d], h, padded[:, 2 * d:]], 2)
        return x + self.out(self.dropout(F.relu(self.gather(h))))


class Branch(nn.Module):
    """Attention pools of its own and the maximum, a hidden layer, linear heads."""

    def __init__(self, size, dropout):
        super().__init__()
        self.attention = nn.Linear(WIDTH, POOLS)
        self.hidden = nn.Linear((POOLS + 1) * WIDTH, HIDDEN)
        self.heads = nn.Linear(HIDDEN, size)
        self.dropout = nn.Dropout(dropout)

    def forward(self, pooled):
        return self.heads(self.dropout(F.relu(self.hidden(self.dropout(pooled)))))


def scores_of_nothing():
    """What is said of a text without words: neutral, three stars, neither with confidence; no emotion but neutral; intent other."""
    even = lambda *shares: np.log(shares).tolist()
    emotion = [-6.0] * (len(corpora.EMOTIONS) - 1) + [0.0]
    intent = [0.0] * (len(corpora.INTENTS) - 1) + [2.5]
    return torch.tensor(even(0.25, 0.5, 0.25) + even(0.1, 0.2, 0.4, 0.2, 0.1) + emotion + intent)


class Network(nn.Module):
    def __init__(self, pieces, topics=0, dropout=0.1):
        super().__init__()
        self.embedding = nn.Embedding(pieces, WIDTH, padding_idx=0)
        nn.init.normal_(self.embedding.weight, std=0.05)
        with torch.no_grad():
            self.embedding.weight[0].zero_()
        self.pairs = nn.Embedding(PAIRS, WIDTH)
        nn.init.zeros_(self.pairs.weight)
        self.mixers = nn.ModuleList(Mixer(d, dropout / 2) for d in DILATIONS)
        self.norm = nn.LayerNorm(WIDTH)
        sizes = dict(HEADS)
        self.branches = nn.ModuleDict({name: Branch(sum(sizes[h] for h in heads), 2 * dropout) for name, heads in BRANCHES})
        self.topic_attention = nn.Linear(WIDTH, POOLS)
        self.topic = nn.Linear((POOLS + 1) * WIDTH, EMBEDDING)
        # What a straight line cannot say; begins as nothing.
        self.topic_hidden = nn.Linear((POOLS + 1) * WIDTH, HIDDEN)
        self.topic_more = nn.Linear(HIDDEN, EMBEDDING)
        nn.init.zeros_(self.topic_more.weight)
        nn.init.zeros_(self.topic_more.bias)
        self.tag_mixer = Mixer(1, dropout / 2)
        self.tag_norm = nn.LayerNorm(WIDTH)
        self.tags = nn.Linear(WIDTH, TAGS)
        # How a word is written adds to its tags' logits, outside of the graph: the ids are of lower-case letters.
        self.written = nn.Parameter(torch.zeros(CAPITALS, TAGS))
        self.proxies = nn.Parameter(torch.randn(topics, EMBEDDING))  # training only: a direction for every label
        self.guess = nn.Linear(WIDTH, WIDTH)  # masked-word guessing only
        self.guess_bias = nn.Parameter(torch.zeros(pieces))
        self.register_buffer("nothing", scores_of_nothing(), persistent=False)
        self.dropout = nn.Dropout(dropout)
        self.pool_dropout = nn.Dropout(2 * dropout)

    def trunk(self, ids):
        mask = (ids != 0).unsqueeze(2).to(torch.float32)
        earlier = F.pad(ids[:, :-1], (1, 0))
        # Pairs as a whole are left out at times: what they say of rare neighbours is easily learned by heart.
        pairs = self.pairs((earlier * PAIR_FACTOR + ids) % PAIRS) * self.dropout(torch.ones(*ids.shape, 1))
        x = self.dropout(self.embedding(ids) + pairs)
        for mixer in self.mixers:
            x = mixer(x, mask)
        return x, mask

    def guess_masked(self, ids, places, candidates):
        """Logits of the candidate pieces at the flat places given."""
        x, mask = self.trunk(ids)
        x = self.norm(x) * mask
        h = F.relu(self.guess(x.reshape(-1, WIDTH)[places]))
        return F.linear(h, self.embedding(candidates), self.guess_bias[candidates])

    def pool(self, attention, x, mask, highest):
        share = torch.softmax(attention(x) + (mask - 1) * 1e4, 1) * mask
        return torch.cat([torch.matmul(share.transpose(1, 2), x).reshape(len(x), POOLS * WIDTH), highest], 1)

    def forward(self, ids, tagged_rows):
        """(scores [rows, heads], embedding [rows, EMBEDDING], tags of tagged_rows [., width, TAGS] or None)."""
        trunk, mask = self.trunk(ids)
        x = self.norm(trunk) * mask
        highest = (x + (mask - 1) * 1e4).max(1).values * mask.max(1).values  # a text of no tokens pools to zeros
        has_words = (ids != 0).any(1, keepdim=True)
        scores = torch.cat([branch(self.pool(branch.attention, x, mask, highest)) for branch in self.branches.values()], 1)
        pooled = self.pool_dropout(self.pool(self.topic_attention, x, mask, highest))
        embedding = self.topic(pooled) + self.topic_more(F.relu(self.topic_hidden(pooled)))
        embedding = F.normalize(embedding, dim=1, eps=1e-6) * has_words
        tags = None if tagged_rows is None else self.tags(self.tag_norm(self.tag_mixer(trunk[tagged_rows], mask[tagged_rows])))
        return torch.where(has_words, scores, self.nothing), embedding, tags


def split_heads(scores):
    result, at = {}, 0
    for name, size in HEADS:
        result[name] = scores[:, at:at + size]
        at += size
    return result


def split_tags(tags):
    """By head, of logits [..., TAGS]."""
    result, at = {}, 0
    for name, labels in tagged.HEADS:
        result[name] = tags[..., at:at + len(labels)]
        at += len(labels)
    return result
