"""The network: word-piece embedding, residual dilated convolutions, attention and max pooling, one linear head per task.

A text's scores do not depend on its padding: every layer sees zeros beyond the end, as if the batch ended there.
"""
import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

import corpora

WIDTH, DILATIONS, POOLS, HIDDEN = 160, (1, 1, 2, 4), 4, 192
HEADS = [("sentiment", len(corpora.SENTIMENTS)), ("stars", 5), ("emotion", len(corpora.EMOTIONS)), ("intent", len(corpora.INTENTS))]


class Mixer(nn.Module):
    """x + W2 relu(W1 [h(t-d), h(t), h(t+d)]) with h = LayerNorm(x), zero beyond the text."""

    def __init__(self, dilation):
        super().__init__()
        self.dilation = dilation
        self.norm = nn.LayerNorm(WIDTH)
        self.gather = nn.Linear(3 * WIDTH, WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        nn.init.normal_(self.out.weight, std=0.02)

    def forward(self, x, mask):
        h = self.norm(x) * mask
        d = self.dilation
        padded = F.pad(h, (0, 0, d, d))
        h = torch.cat([padded[:, :-2 * d], h, padded[:, 2 * d:]], 2)
        return x + self.out(F.relu(self.gather(h)))


def scores_of_nothing():
    """What is said of a text without words: neutral, three stars, neither with confidence; no emotion but neutral; intent other."""
    even = lambda *shares: np.log(shares).tolist()
    emotion = [-6.0] * (len(corpora.EMOTIONS) - 1) + [0.0]
    intent = [0.0] * (len(corpora.INTENTS) - 1) + [2.5]
    return torch.tensor(even(0.25, 0.5, 0.25) + even(0.1, 0.2, 0.4, 0.2, 0.1) + emotion + intent)


class Network(nn.Module):
    def __init__(self, pieces, dropout=0.1):
        super().__init__()
        self.embedding = nn.Embedding(pieces, WIDTH, padding_idx=0)
        nn.init.normal_(self.embedding.weight, std=0.05)
        with torch.no_grad():
            self.embedding.weight[0].zero_()
        self.mixers = nn.ModuleList(Mixer(d) for d in DILATIONS)
        self.norm = nn.LayerNorm(WIDTH)
        self.attention = nn.Linear(WIDTH, POOLS)
        self.hidden = nn.Linear((POOLS + 1) * WIDTH, HIDDEN)
        self.heads = nn.Linear(HIDDEN, sum(size for _, size in HEADS))
        self.guess = nn.Linear(WIDTH, WIDTH)  # masked-word guessing only
        self.guess_bias = nn.Parameter(torch.zeros(pieces))
        self.register_buffer("nothing", scores_of_nothing(), persistent=False)
        self.dropout = nn.Dropout(dropout)
        self.pool_dropout = nn.Dropout(2 * dropout)

    def encode(self, ids):
        mask = (ids != 0).unsqueeze(2).to(torch.float32)
        x = self.dropout(self.embedding(ids))
        for mixer in self.mixers:
            x = mixer(x, mask)
        return self.norm(x) * mask, mask

    def guess_masked(self, ids, places, candidates):
        """Logits of the candidate pieces at the flat places given."""
        x, _ = self.encode(ids)
        h = F.relu(self.guess(x.reshape(-1, WIDTH)[places]))
        return F.linear(h, self.embedding(candidates), self.guess_bias[candidates])

    def pooled(self, ids):
        x, mask = self.encode(ids)
        attention = self.attention(x) + (mask - 1) * 1e4
        share = torch.softmax(attention, 1) * mask
        pools = torch.matmul(share.transpose(1, 2), x).reshape(len(ids), POOLS * WIDTH)
        highest = (x + (mask - 1) * 1e4).max(1).values * mask.max(1).values  # a text of no tokens pools to zeros
        return torch.cat([pools, highest], 1)

    def forward(self, ids):
        scores = self.heads(self.pool_dropout(F.relu(self.hidden(self.pool_dropout(self.pooled(ids))))))
        has_words = (ids != 0).any(1, keepdim=True)
        return torch.where(has_words, scores, self.nothing)


def split_heads(scores):
    result, at = {}, 0
    for name, size in HEADS:
        result[name] = scores[:, at:at + size]
        at += size
    return result
