//! The transportation problem: what rows give goes to columns at the least cost.

/// Rows that give and columns that take, with a limit and a cost for each pair. Amounts and costs are whole numbers, so the
/// answer is exact.
#[derive(Clone, Copy, Debug)]
pub struct Transport<'a> {
    /// What each row gives: zero or more.
    pub supply: &'a [i64],
    /// What each column takes at most: zero or more.
    pub capacity: &'a [i64],
    /// The most that goes from a row to a column, row after row; zero where nothing may.
    pub limits: &'a [i64],
    /// What one unit costs from a row to a column, row after row; within ± 10¹⁵.
    pub costs: &'a [i64],
}

/// What stays behind.
#[derive(Clone, Copy, Debug)]
pub enum Rest {
    /// As little as can be.
    Least,
    /// Exactly so much, where that can be and every cost is above zero.
    Exactly(i64),
}

impl Transport<'_> {
    /// The amounts that go from each row to each column, row after row: of all ways that leave `rest` behind one of the least
    /// cost, always the same. `None` where it takes more steps than anything but a problem made for it would.
    ///
    /// `min Σ cᵢⱼ·xᵢⱼ` with `Σⱼ xᵢⱼ ≤ aᵢ`, `Σᵢ xᵢⱼ ≤ bⱼ`, `0 ≤ xᵢⱼ ≤ uᵢⱼ`
    ///
    /// - `a` supply, `b` capacity, `u` limits, `c` costs
    ///
    /// The network simplex method: what is not placed goes to a root at a cost above any way through the network, and pairs
    /// enter the tree of what is used as long as one makes it cheaper. The tree is kept strongly feasible, so it never
    /// comes back to where it was.
    ///
    /// Source: Dantzig, Application of the simplex method to a transportation problem, 1951; Cunningham, A network simplex method,
    /// Mathematical Programming 11, 1976 (strongly feasible trees).
    pub fn least_cost(&self, rest: Rest) -> Option<Vec<i64>> {
        let (rows, columns) = (self.supply.len(), self.capacity.len());
        let mut network = Network::of(self, rest);
        network.solve()?;
        let mut amounts = vec![0; rows * columns];
        for arc in &network.arcs {
            if arc.from < rows
                && let Some(column) = arc.to.checked_sub(rows).filter(|column| *column < columns)
                && let Some(amount) = amounts.get_mut(arc.from * columns + column)
            {
                *amount = arc.flow;
            }
        }
        Some(amounts)
    }
}

/// Random problems of 500 rows and 200 columns take some twenty.
const MOST_STEPS_A_NODE: usize = 1000;

/// An arc with what flows on it.
#[derive(Clone, Copy, Debug, Default)]
struct Arc {
    from: usize,
    to: usize,
    room: i64,
    cost: i64,
    flow: i64,
    /// 1 where nothing flows, -1 where it is full, 0 in the tree.
    state: i64,
}

/// A node with its place in the tree.
#[derive(Clone, Debug, Default)]
struct Node {
    parent: usize,
    /// The arc between it and its parent.
    arc: usize,
    depth: usize,
    price: i64,
    children: Vec<usize>,
}

/// Nodes are the rows, the columns, one column for what is to stay behind, and the root.
struct Network {
    arcs: Vec<Arc>,
    nodes: Vec<Node>,
    /// Where the search for an arc goes on.
    next: usize,
}

impl Network {
    fn of(problem: &Transport<'_>, rest: Rest) -> Self {
        let (rows, columns) = (problem.supply.len(), problem.capacity.len());
        let mut arcs = Vec::new();
        let pairs = problem.limits.iter().zip(problem.costs).enumerate();
        for (at, (limit, cost)) in pairs.filter(|(_, (limit, _))| **limit > 0) {
            let (from, to) = (at / columns.max(1), rows + at % columns.max(1));
            arcs.push(Arc { from, to, room: *limit, cost: *cost, flow: 0, state: 1 });
        }
        let most = arcs.iter().map(|arc| arc.cost.abs()).max().unwrap_or(0);
        let behind = match rest {
            Rest::Least => 0,
            Rest::Exactly(amount) => amount,
        };
        for (from, supply) in problem.supply.iter().enumerate().filter(|_| behind > 0) {
            arcs.push(Arc { from, to: rows + columns, room: *supply, cost: 0, flow: 0, state: 1 });
        }
        // The first tree: every node hangs on the root.
        let root = rows + columns + 1;
        let mut nodes = vec![Node::default(); root + 1];
        let dear = (most + 1).saturating_mul(2 * (root as i64 + 1));
        let takes = problem.capacity.iter().copied().chain([behind]);
        let gives = problem.supply.iter().map(|supply| (i64::MAX, *supply, dear));
        for (from, (room, flow, cost)) in gives.chain(takes.map(|room| (room, 0, 0))).enumerate() {
            if let Some(node) = nodes.get_mut(from) {
                *node = Node { parent: root, arc: arcs.len(), depth: 1, price: -cost, children: Vec::new() };
            }
            arcs.push(Arc { from, to: root, room, cost, flow, state: 0 });
        }
        if let Some(node) = nodes.get_mut(root) {
            node.children = (0..root).collect();
        }
        Self { arcs, nodes, next: 0 }
    }

    fn solve(&mut self) -> Option<()> {
        for _ in 0..MOST_STEPS_A_NODE * self.nodes.len() {
            let Some(entering) = self.entering() else { return Some(()) };
            self.exchange(entering);
        }
        None
    }

    /// The arc that is worth most among the next ones: blocks of arcs are looked through in turn.
    fn entering(&mut self) -> Option<usize> {
        let count = self.arcs.len();
        let block = (libm::sqrt(count as f64) as usize).max(20);
        let (mut best, mut found) = (0, None);
        let mut place = self.next;
        for seen in 1..=count {
            if place >= count {
                place = 0;
            }
            if let Some(arc) = self.arcs.get(place) {
                let gain = arc.state * (arc.cost + self.price(arc.from) - self.price(arc.to));
                if gain < best {
                    (best, found) = (gain, Some(place));
                }
            }
            place += 1;
            if found.is_some() && seen % block == 0 {
                break;
            }
        }
        self.next = place;
        found
    }

    /// Sends as much as it can around the circle that the arc closes, and puts it in the place of the arc that stops it.
    fn exchange(&mut self, entering: usize) {
        let arc = self.arc(entering);
        let (first, second) = if arc.state > 0 { (arc.from, arc.to) } else { (arc.to, arc.from) };
        let join = self.join(first, second);
        // Of the arcs that stop it the last one on the way around from the join: so the tree stays strongly feasible.
        let (mut amount, mut leaving, mut of_first) = (arc.room, None, false);
        let mut node = first;
        while node != join {
            let room = self.room_towards(node, false);
            if room < amount {
                (amount, leaving, of_first) = (room, Some(node), true);
            }
            node = self.parent(node);
        }
        node = second;
        while node != join {
            let room = self.room_towards(node, true);
            if room <= amount {
                (amount, leaving, of_first) = (room, Some(node), false);
            }
            node = self.parent(node);
        }
        if amount > 0 {
            self.add(entering, arc.state * amount);
            for (start, sign) in [(first, -1), (second, 1)] {
                let mut node = start;
                while node != join {
                    let up = if self.is_upward(node) { sign } else { -sign };
                    self.add(self.arc_of(node), up * amount);
                    node = self.parent(node);
                }
            }
        }
        let Some(top) = leaving else {
            self.set_state(entering, -arc.state);
            return;
        };
        let old = self.arc_of(top);
        self.set_state(entering, 0);
        self.set_state(old, if self.arc(old).flow == 0 { 1 } else { -1 });
        let (bottom, onto) = if of_first { (first, second) } else { (second, first) };
        self.rehang(bottom, top, onto, entering);
    }

    /// Hangs the part of the tree under `top` onto `onto` by its node `bottom`.
    fn rehang(&mut self, bottom: usize, top: usize, onto: usize, entering: usize) {
        let (mut node, mut parent, mut arc) = (bottom, onto, entering);
        loop {
            let (old_parent, old_arc) = (self.parent(node), self.arc_of(node));
            if let Some(old) = self.nodes.get_mut(old_parent) {
                old.children.retain(|child| *child != node);
            }
            if let Some(moved) = self.nodes.get_mut(node) {
                (moved.parent, moved.arc) = (parent, arc);
            }
            if let Some(new) = self.nodes.get_mut(parent) {
                new.children.push(node);
            }
            if node == top {
                break;
            }
            (parent, arc, node) = (node, old_arc, old_parent);
        }
        let mut waiting = vec![bottom];
        while let Some(node) = waiting.pop() {
            let (parent, arc) = (self.parent(node), self.arc(self.arc_of(node)));
            let cost = if arc.from == node { -arc.cost } else { arc.cost };
            let (price, depth) = (self.price(parent) + cost, self.depth(parent) + 1);
            if let Some(moved) = self.nodes.get_mut(node) {
                (moved.price, moved.depth) = (price, depth);
                waiting.extend(&moved.children);
            }
        }
    }

    /// Where the ways of two nodes to the root meet.
    fn join(&self, mut first: usize, mut second: usize) -> usize {
        while first != second {
            if self.depth(first) >= self.depth(second) {
                first = self.parent(first);
            } else {
                second = self.parent(second);
            }
        }
        first
    }

    /// What can still flow between a node and its parent, towards the parent or from it.
    fn room_towards(&self, node: usize, parent: bool) -> i64 {
        let arc = self.arc(self.arc_of(node));
        if (arc.from == node) == parent { arc.room - arc.flow } else { arc.flow }
    }

    fn is_upward(&self, node: usize) -> bool {
        self.arc(self.arc_of(node)).from == node
    }

    fn arc(&self, at: usize) -> Arc {
        self.arcs.get(at).copied().unwrap_or_default()
    }

    fn add(&mut self, at: usize, amount: i64) {
        if let Some(arc) = self.arcs.get_mut(at) {
            arc.flow += amount;
        }
    }

    fn set_state(&mut self, at: usize, state: i64) {
        if let Some(arc) = self.arcs.get_mut(at) {
            arc.state = state;
        }
    }

    fn parent(&self, node: usize) -> usize {
        self.nodes.get(node).map_or(0, |node| node.parent)
    }

    fn arc_of(&self, node: usize) -> usize {
        self.nodes.get(node).map_or(0, |node| node.arc)
    }

    fn depth(&self, node: usize) -> usize {
        self.nodes.get(node).map_or(0, |node| node.depth)
    }

    fn price(&self, node: usize) -> i64 {
        self.nodes.get(node).map_or(0, |node| node.price)
    }
}
