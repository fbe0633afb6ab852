"""Agreed points without a fee that most contracts have."""

from __future__ import annotations

CONDITIONS = {
    "payment_days": "Days of credit: 60. With `private.cost_of_capital` the internal view puts a cost on them.",
    "sku_guarantee": "How many SKUs the retailer keeps on sale: at least 35 SKUs a store.",
    "return_policy": "What may be sent back, and at whose cost.",
    "delivery": "Where, how often and how fast goods are delivered.",
    "display_position": "The place on the shelf.",
    "delisting": "When a SKU may be taken out, and with what notice.",
    "contract_period": "From when to when the contract runs.",
}
"""Key -> what is agreed under it; a user may add others."""
